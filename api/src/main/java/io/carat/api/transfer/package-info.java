/** Transfers between NORMAL buckets over HTTP. */
@NullMarked
package io.carat.api.transfer;

import org.jspecify.annotations.NullMarked;
