/** Tests of what the ledger needs of its machine. */
@NullMarked
package io.carat.core.host;

import org.jspecify.annotations.NullMarked;
