/** Tests of the payment provider's client, its settings, and the callbacks' signature. */
@NullMarked
package io.carat.api.payment;

import org.jspecify.annotations.NullMarked;
