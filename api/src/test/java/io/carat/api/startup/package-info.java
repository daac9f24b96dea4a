/** Tests of the start: the data directory's lock, the settings, and the one line that a refused start leaves. */
@NullMarked
package io.carat.api.startup;

import org.jspecify.annotations.NullMarked;
