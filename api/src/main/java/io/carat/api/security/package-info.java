/** Who calls and what they may do: API tokens, roles, the table of routes. */
@NullMarked
package io.carat.api.security;

import org.jspecify.annotations.NullMarked;
