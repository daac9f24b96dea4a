/** The benchmark: contestants in processes of their own, runs that take turns, medians, a table and JSON. */
@NullMarked
package io.carat.ops.bench;

import org.jspecify.annotations.NullMarked;
