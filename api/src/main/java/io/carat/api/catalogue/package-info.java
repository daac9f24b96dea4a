/** Brands, providers with their profiles and keys, and games, as staff see and set them over HTTP. */
@NullMarked
package io.carat.api.catalogue;

import org.jspecify.annotations.NullMarked;
