/** The audit log over HTTP. */
@NullMarked
package io.carat.api.audit;

import org.jspecify.annotations.NullMarked;
