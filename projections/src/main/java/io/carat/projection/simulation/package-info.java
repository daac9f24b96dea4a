/** Past decisions read from the log, for simulations. */
@NullMarked
package io.carat.projection.simulation;

import org.jspecify.annotations.NullMarked;
