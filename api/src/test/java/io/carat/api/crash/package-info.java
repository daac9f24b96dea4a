/** The process dies in the middle of its work: what was answered stays, once. */
@NullMarked
package io.carat.api.crash;

import org.jspecify.annotations.NullMarked;
