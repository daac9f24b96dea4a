/** Makes the rolling requirement of every credit active. */
@NullMarked
package io.carat.saga.rolling;

import org.jspecify.annotations.NullMarked;
