/** What the tests of every module share: a real PostgreSQL. */
@NullMarked
package io.carat.core.testing;

import org.jspecify.annotations.NullMarked;
