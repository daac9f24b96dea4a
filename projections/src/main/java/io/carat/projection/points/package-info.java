/** The lots of points, what expired of them, and their transfers. */
@NullMarked
package io.carat.projection.points;

import org.jspecify.annotations.NullMarked;
