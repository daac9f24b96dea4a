/** The alert rules for Prometheus. */
@NullMarked
package io.carat.api.alerts;

import org.jspecify.annotations.NullMarked;
