/** The thin shell between Axon and the pure decisions: load in one order, decide once, append once. */
@NullMarked
package io.carat.core.aggregate;

import org.jspecify.annotations.NullMarked;
