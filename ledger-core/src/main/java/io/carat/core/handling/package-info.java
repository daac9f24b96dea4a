/** The thin shell between Axon and the pure decisions: load in order, decide once, append once. */
@NullMarked
package io.carat.core.handling;

import org.jspecify.annotations.NullMarked;
