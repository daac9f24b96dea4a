/** Game sessions: which player a token was handed out for, and until when. Tokens are known by their digest alone. */
@NullMarked
package io.carat.core.session;

import org.jspecify.annotations.NullMarked;
