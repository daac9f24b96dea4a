/** Request keys bound to what they did, so that a repeat replays and never acts twice. */
@NullMarked
package io.carat.core.claim;

import org.jspecify.annotations.NullMarked;
