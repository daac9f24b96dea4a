/** Tests of tokens, roles and routes. */
@NullMarked
package io.carat.api.security;

import org.jspecify.annotations.NullMarked;
