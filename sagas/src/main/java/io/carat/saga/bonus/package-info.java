/** Forfeits bonuses whose time is over. */
@NullMarked
package io.carat.saga.bonus;

import org.jspecify.annotations.NullMarked;
