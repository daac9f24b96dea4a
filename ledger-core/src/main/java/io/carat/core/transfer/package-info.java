/** Transfers of money between the NORMAL buckets of a wallet, which take their rolling along. */
@NullMarked
package io.carat.core.transfer;

import org.jspecify.annotations.NullMarked;
