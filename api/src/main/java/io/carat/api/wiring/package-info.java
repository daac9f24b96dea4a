/** Axon on Spring Boot 4: what its own auto-configuration cannot do there, and the ledger's event store and bus. */
@NullMarked
package io.carat.api.wiring;

import org.jspecify.annotations.NullMarked;
