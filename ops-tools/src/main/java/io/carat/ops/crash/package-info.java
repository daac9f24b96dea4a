/** The crash harness: kills servers and their PostgreSQL under load, and proves that nothing acknowledged is lost. */
@NullMarked
package io.carat.ops.crash;

import org.jspecify.annotations.NullMarked;
