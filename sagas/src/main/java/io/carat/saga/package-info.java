/** Read models and process managers fed by the ledger. */
@NullMarked
package io.carat.saga;

import org.jspecify.annotations.NullMarked;
