/** Game providers: amounts and bounds. */
@NullMarked
package io.carat.api.provider;

import org.jspecify.annotations.NullMarked;
