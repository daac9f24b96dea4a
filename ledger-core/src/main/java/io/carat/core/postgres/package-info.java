/** Values in PostgreSQL's binary form, for statements that send many rows at once. */
@NullMarked
package io.carat.core.postgres;

import org.jspecify.annotations.NullMarked;
