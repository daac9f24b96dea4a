/** The carat command line: commands, options, exit codes. */
@NullMarked
package io.carat.ops.cli;

import org.jspecify.annotations.NullMarked;
