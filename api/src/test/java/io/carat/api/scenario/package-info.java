/** The whole server over HTTP, on a real PostgreSQL. */
@NullMarked
package io.carat.api.scenario;

import org.jspecify.annotations.NullMarked;
