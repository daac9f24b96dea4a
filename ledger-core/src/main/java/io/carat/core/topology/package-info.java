/** Which buckets exist, which products they serve, and which topology is active. */
@NullMarked
package io.carat.core.topology;

import org.jspecify.annotations.NullMarked;
