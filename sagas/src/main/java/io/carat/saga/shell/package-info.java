/** What all sagas share: pure steps in, commands out, and work that cannot be done parked instead of lost. */
@NullMarked
package io.carat.saga.shell;

import org.jspecify.annotations.NullMarked;
