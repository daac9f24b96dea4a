/** Runs PostgreSQL from its binaries, for a server without a database of its own and for the tools. */
@NullMarked
package io.carat.core.embedded;

import org.jspecify.annotations.NullMarked;
