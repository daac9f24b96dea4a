/** Random histories of the ledger, held step by step against a reference model of the rule book. */
@NullMarked
package io.carat.core.model;

import org.jspecify.annotations.NullMarked;
