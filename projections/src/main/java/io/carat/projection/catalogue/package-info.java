/** Brands, providers with the versions of their profiles, and games. */
@NullMarked
package io.carat.projection.catalogue;

import org.jspecify.annotations.NullMarked;
