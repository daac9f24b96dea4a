/** Wagering requirements: terms, progress and attribution. */
@NullMarked
package io.carat.core.rolling;

import org.jspecify.annotations.NullMarked;
