/** The active topology and policies over HTTP. */
@NullMarked
package io.carat.api.topology;

import org.jspecify.annotations.NullMarked;
