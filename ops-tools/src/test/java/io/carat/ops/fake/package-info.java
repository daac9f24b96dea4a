/** A small server in memory that keeps the wallet's rules, or breaks one of them, so that the tools can be tested. */
@NullMarked
package io.carat.ops.fake;

import org.jspecify.annotations.NullMarked;
