/** The database the server uses: an embedded PostgreSQL with durable settings, or the one that was configured. */
@NullMarked
package io.carat.api.embedded;

import org.jspecify.annotations.NullMarked;
