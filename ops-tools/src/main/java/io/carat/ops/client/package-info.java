/** Talks HTTP to a Carat server: requests, answers, and the views that answers are read into. */
@NullMarked
package io.carat.ops.client;

import org.jspecify.annotations.NullMarked;
