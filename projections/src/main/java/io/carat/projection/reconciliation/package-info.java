/** Compares independently computed sources of each balance (rule book §10). */
@NullMarked
package io.carat.projection.reconciliation;

import org.jspecify.annotations.NullMarked;
