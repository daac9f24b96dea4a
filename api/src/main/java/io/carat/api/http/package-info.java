/** What all HTTP calls share. */
@NullMarked
package io.carat.api.http;

import org.jspecify.annotations.NullMarked;
