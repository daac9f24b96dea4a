/** What people have to look at, and what they said of it. */
@NullMarked
package io.carat.core.review;

import org.jspecify.annotations.NullMarked;
