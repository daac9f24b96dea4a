/** How game providers speak and how they are treated: profiles as data, versioned and never changed. */
@NullMarked
package io.carat.core.provider;

import org.jspecify.annotations.NullMarked;
