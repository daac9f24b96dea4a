/** Tests of the ledger on Axon Server, and a stand-in for it. */
@NullMarked
package io.carat.api.axonserver;

import org.jspecify.annotations.NullMarked;
