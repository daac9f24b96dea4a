/** What any part of the ledger needs of its machine: files that only their owner reads, and failures told in one line. */
@NullMarked
package io.carat.core.host;

import org.jspecify.annotations.NullMarked;
