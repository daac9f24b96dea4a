/** The ledger's decisions, aggregates and event store. */
@NullMarked
package io.carat.core;

import org.jspecify.annotations.NullMarked;
