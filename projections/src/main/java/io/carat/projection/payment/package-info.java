/** What the ledger says has gone through payment providers. */
@NullMarked
package io.carat.projection.payment;

import org.jspecify.annotations.NullMarked;
