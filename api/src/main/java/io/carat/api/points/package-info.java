/** Loyalty points over HTTP. */
@NullMarked
package io.carat.api.points;

import org.jspecify.annotations.NullMarked;
