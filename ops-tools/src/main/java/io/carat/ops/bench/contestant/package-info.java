/** What a benchmark compares: Carat in process and over HTTP, Axon's stock engine, a transfer in SQL, raw rows. */
@NullMarked
package io.carat.ops.bench.contestant;

import org.jspecify.annotations.NullMarked;
