/** Withdrawals: held, approved, paid or released. */
@NullMarked
package io.carat.core.withdrawal;

import org.jspecify.annotations.NullMarked;
