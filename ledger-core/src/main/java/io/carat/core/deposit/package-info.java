/** Deposits: credited once per payment reference, with the rolling they owe. */
@NullMarked
package io.carat.core.deposit;

import org.jspecify.annotations.NullMarked;
