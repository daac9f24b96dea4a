/**
 * The form in which an event is stored and the hash chain over it ({@code HashChain}); {@code LogScan} reads the log for those
 * who check it (ADR 0010).
 */
@NullMarked
package io.carat.core.eventstore.chain;

import org.jspecify.annotations.NullMarked;
