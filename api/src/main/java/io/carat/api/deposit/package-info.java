/** Deposits over HTTP. */
@NullMarked
package io.carat.api.deposit;

import org.jspecify.annotations.NullMarked;
