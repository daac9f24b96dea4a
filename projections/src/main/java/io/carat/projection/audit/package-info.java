/** The audit log: what people decided, who and why. */
@NullMarked
package io.carat.projection.audit;

import org.jspecify.annotations.NullMarked;
