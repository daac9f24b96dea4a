/** Reconciliation on demand and by the hour. */
@NullMarked
package io.carat.api.reconciliation;

import org.jspecify.annotations.NullMarked;
