/** The PostgreSQL event store behind Axon: atomic appends over many streams, stable event names, the command bus. */
@NullMarked
package io.carat.core.eventstore;

import org.jspecify.annotations.NullMarked;
