/** One balance of one player: its postings, holds and requirements. */
@NullMarked
package io.carat.core.bucket;

import org.jspecify.annotations.NullMarked;
