/** Tests of the crash harness, one of them with real servers. */
@NullMarked
package io.carat.ops.crash;

import org.jspecify.annotations.NullMarked;
