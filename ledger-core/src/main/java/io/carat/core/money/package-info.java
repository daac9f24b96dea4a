/** Exact amounts: minor units, basis points and splits whose parts add up. */
@NullMarked
package io.carat.core.money;

import org.jspecify.annotations.NullMarked;
