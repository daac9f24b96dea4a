/** Signatures of callbacks: who sends them, and that they are new. */
@NullMarked
package io.carat.api.signature;

import org.jspecify.annotations.NullMarked;
