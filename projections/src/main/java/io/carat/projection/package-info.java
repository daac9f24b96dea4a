/** Read models and process managers fed by the ledger. */
@NullMarked
package io.carat.projection;

import org.jspecify.annotations.NullMarked;
