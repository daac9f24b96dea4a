/** What a server is set to on its first start. */
@NullMarked
package io.carat.api.seed;

import org.jspecify.annotations.NullMarked;
