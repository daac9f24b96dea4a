/** What events, aggregates and answers are called wherever they are stored: names that outlive classes (ADR 0002). */
@NullMarked
package io.carat.core.eventstore.names;

import org.jspecify.annotations.NullMarked;
