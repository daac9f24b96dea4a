/** The payment provider: its HTTP client and settings, its callbacks, and its statements against the ledger. */
@NullMarked
package io.carat.api.payment;

import org.jspecify.annotations.NullMarked;
