/** The immutable rows of the ledger, and pages of them. */
@NullMarked
package io.carat.projection.ledger;

import org.jspecify.annotations.NullMarked;
