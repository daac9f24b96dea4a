/** Tests of running PostgreSQL from its binaries. */
@NullMarked
package io.carat.core.embedded;

import org.jspecify.annotations.NullMarked;
