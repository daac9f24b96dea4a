package io.carat.core.eventstore;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Consecutive events of the log.
 *
 * @param events what upcasters made of them, possibly none
 * @param lastPosition position of the last one as stored; that after which the page was asked for, if there is none
 */
record LogPage(List<TrackedEventMessage<?>> events, long lastPosition) {}
