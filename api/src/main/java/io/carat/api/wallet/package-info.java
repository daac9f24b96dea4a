/** Wallet snapshots and ledger lists over HTTP. */
@NullMarked
package io.carat.api.wallet;

import org.jspecify.annotations.NullMarked;
