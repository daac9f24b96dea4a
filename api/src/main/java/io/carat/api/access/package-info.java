/** API tokens over HTTP: made, listed, revoked. */
@NullMarked
package io.carat.api.access;

import org.jspecify.annotations.NullMarked;
