/** A small model of the wallet, written from the rule book's words alone: it uses no class of the ledger. */
@NullMarked
package io.carat.core.model.reference;

import org.jspecify.annotations.NullMarked;
