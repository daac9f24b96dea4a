/** What a benchmark runs on: the PostgreSQL it starts, the machine, and what processes cost. */
@NullMarked
package io.carat.ops.bench.host;

import org.jspecify.annotations.NullMarked;
