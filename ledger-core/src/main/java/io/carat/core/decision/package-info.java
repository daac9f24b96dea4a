/** What every decision is made of: events, rejections, answers and derived identities. */
@NullMarked
package io.carat.core.decision;

import org.jspecify.annotations.NullMarked;
