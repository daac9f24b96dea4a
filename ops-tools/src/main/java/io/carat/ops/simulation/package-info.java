/** The demo: seeded players who drive a running server and judge each of its answers. */
@NullMarked
package io.carat.ops.simulation;

import org.jspecify.annotations.NullMarked;
