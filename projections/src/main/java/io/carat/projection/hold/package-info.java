/** Open bets by age: holds that no provider has closed are told, and never released by the ledger itself. */
@NullMarked
package io.carat.projection.hold;

import org.jspecify.annotations.NullMarked;
