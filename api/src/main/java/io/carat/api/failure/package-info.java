/** What became of a command that failed, in terms that its caller can act on. */
@NullMarked
package io.carat.api.failure;

import org.jspecify.annotations.NullMarked;
