/** Tests of what processors are given of the log. */
@NullMarked
package io.carat.api.processor;

import org.jspecify.annotations.NullMarked;
