/** Tests of the embedded PostgreSQL and of configured databases. */
@NullMarked
package io.carat.api.embedded;

import org.jspecify.annotations.NullMarked;
