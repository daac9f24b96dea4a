/** What is checked and held before the server serves: its settings, its data directory, and one clear line when it cannot start. */
@NullMarked
package io.carat.api.startup;

import org.jspecify.annotations.NullMarked;
