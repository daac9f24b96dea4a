/** Review items over HTTP. */
@NullMarked
package io.carat.api.review;

import org.jspecify.annotations.NullMarked;
