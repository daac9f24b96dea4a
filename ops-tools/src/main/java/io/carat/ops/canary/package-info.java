/** The canary: one player's money from deposit to withdrawal, checked step by step. */
@NullMarked
package io.carat.ops.canary;

import org.jspecify.annotations.NullMarked;
