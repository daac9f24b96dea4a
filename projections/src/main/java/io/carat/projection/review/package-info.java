/** The items that people have to look at, and which of them are open. */
@NullMarked
package io.carat.projection.review;

import org.jspecify.annotations.NullMarked;
