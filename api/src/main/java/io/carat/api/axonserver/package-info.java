/** Axon Server as event store and command router, in place of the log on PostgreSQL. */
@NullMarked
package io.carat.api.axonserver;

import org.jspecify.annotations.NullMarked;
