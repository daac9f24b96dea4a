/** Which API tokens were issued and revoked, by whom and why; never the tokens themselves. */
@NullMarked
package io.carat.core.access;

import org.jspecify.annotations.NullMarked;
