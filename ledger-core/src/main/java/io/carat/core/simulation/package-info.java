/** What another policy would have made of bets that were decided: nothing moves (rule book §2, ADR 0015). */
@NullMarked
package io.carat.core.simulation;

import org.jspecify.annotations.NullMarked;
