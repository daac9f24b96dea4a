/** Tests of callbacks' signatures. */
@NullMarked
package io.carat.api.signature;

import org.jspecify.annotations.NullMarked;
