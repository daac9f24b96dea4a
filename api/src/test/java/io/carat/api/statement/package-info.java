/** Tests of the comparison of statements with the ledger. */
@NullMarked
package io.carat.api.statement;

import org.jspecify.annotations.NullMarked;
