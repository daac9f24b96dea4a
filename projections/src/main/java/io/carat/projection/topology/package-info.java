/** Every version of topologies and policies, and which of them is active. */
@NullMarked
package io.carat.projection.topology;

import org.jspecify.annotations.NullMarked;
