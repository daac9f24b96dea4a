/** Open bets by age, over HTTP and as metrics. */
@NullMarked
package io.carat.api.hold;

import org.jspecify.annotations.NullMarked;
