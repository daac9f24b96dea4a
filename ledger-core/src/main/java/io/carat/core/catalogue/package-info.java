/** Brands, providers and games: the server's own view of what may be bet on. */
@NullMarked
package io.carat.core.catalogue;

import org.jspecify.annotations.NullMarked;
