/** Tests of the launcher script. */
@NullMarked
package io.carat.api.launcher;

import org.jspecify.annotations.NullMarked;
