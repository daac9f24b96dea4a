/** What the platform is set to: the active topology, the policies, the catalogue; how it is read and defined. */
@NullMarked
package io.carat.core.configuration;

import org.jspecify.annotations.NullMarked;
