/** The lots of points and what expired of them. */
@NullMarked
package io.carat.projection.points;

import org.jspecify.annotations.NullMarked;
