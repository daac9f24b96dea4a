/** Pages of lists: cursors that stay valid, and the refusal of those that no list gave out. */
@NullMarked
package io.carat.projection.paging;

import org.jspecify.annotations.NullMarked;
