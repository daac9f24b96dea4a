/** Digests of bytes. */
@NullMarked
package io.carat.core.digest;

import org.jspecify.annotations.NullMarked;
