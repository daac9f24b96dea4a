/** Requirements, over or not, with what counted towards them and what moved away. */
@NullMarked
package io.carat.projection.rolling;

import org.jspecify.annotations.NullMarked;
