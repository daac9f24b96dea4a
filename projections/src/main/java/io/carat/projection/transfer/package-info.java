/** The transfers between buckets, for people who ask in SQL. */
@NullMarked
package io.carat.projection.transfer;

import org.jspecify.annotations.NullMarked;
