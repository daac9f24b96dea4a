/** What event processors are given of the log: see {@link io.carat.api.processor.SparseSource}. */
@NullMarked
package io.carat.api.processor;

import org.jspecify.annotations.NullMarked;
