/** Game sessions over HTTP: tokens that bets are placed with. */
@NullMarked
package io.carat.api.session;

import org.jspecify.annotations.NullMarked;
