/** Read models fed by the ledger's events, and what is known of how far each has come. */
@NullMarked
package io.carat.projection;

import org.jspecify.annotations.NullMarked;
