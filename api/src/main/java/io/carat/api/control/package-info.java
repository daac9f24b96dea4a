/** Freezes, exclusions, limits and suspensions over HTTP. */
@NullMarked
package io.carat.api.control;

import org.jspecify.annotations.NullMarked;
