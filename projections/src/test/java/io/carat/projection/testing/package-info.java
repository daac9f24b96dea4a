/** A wallet's history to project, and a database to project it into. */
@NullMarked
package io.carat.projection.testing;

import org.jspecify.annotations.NullMarked;
