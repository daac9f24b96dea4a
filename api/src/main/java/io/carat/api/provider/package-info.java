/** Game providers: their callbacks in their own terms, and what bounds them. */
@NullMarked
package io.carat.api.provider;

import org.jspecify.annotations.NullMarked;
