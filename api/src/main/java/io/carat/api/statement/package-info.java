/** Statements of payment providers, compared with the ledger; nothing is ever moved. */
@NullMarked
package io.carat.api.statement;

import org.jspecify.annotations.NullMarked;
