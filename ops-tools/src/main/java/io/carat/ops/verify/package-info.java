/** Checks offline that the event log is what it was when it was written, and names the first event that does not fit. */
@NullMarked
package io.carat.ops.verify;

import org.jspecify.annotations.NullMarked;
