/** Signed heads: what a node says, outside the database too, that the log was at a position (ADR 0010). */
@NullMarked
package io.carat.core.signedhead;

import org.jspecify.annotations.NullMarked;
