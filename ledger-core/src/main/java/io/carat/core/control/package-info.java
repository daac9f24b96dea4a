/** What staff and players decide about players and brands: freezes, exclusions, limits, suspensions (ADR 0017). */
@NullMarked
package io.carat.core.control;

import org.jspecify.annotations.NullMarked;
