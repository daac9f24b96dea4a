/** What the tests of sagas share. */
@NullMarked
package io.carat.saga.testing;

import org.jspecify.annotations.NullMarked;
