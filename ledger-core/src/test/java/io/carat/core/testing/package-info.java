/** What tests share: a real PostgreSQL, a ledger in memory, the first start's topologies and policies. */
@NullMarked
package io.carat.core.testing;

import org.jspecify.annotations.NullMarked;
