/** Withdrawals over HTTP. */
@NullMarked
package io.carat.api.withdrawal;

import org.jspecify.annotations.NullMarked;
