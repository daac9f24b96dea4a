/** Versioned funding and rolling policies. */
@NullMarked
package io.carat.core.policy;

import org.jspecify.annotations.NullMarked;
