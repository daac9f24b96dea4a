/** Policies over HTTP: read, made, compared, activated. */
@NullMarked
package io.carat.api.policy;

import org.jspecify.annotations.NullMarked;
