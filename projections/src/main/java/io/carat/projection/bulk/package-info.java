/** Writes what a batch of events asks for by few statements: see {@link io.carat.projection.bulk.BatchedWrites}. */
@NullMarked
package io.carat.projection.bulk;

import org.jspecify.annotations.NullMarked;
