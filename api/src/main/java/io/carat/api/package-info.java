/** The application: it serves the ledger over HTTP. */
@NullMarked
package io.carat.api;

import org.jspecify.annotations.NullMarked;
