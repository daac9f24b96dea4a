package io.carat.projection.audit;

import java.time.Instant;

/**
 * One decision of staff.
 *
 * @param position the event's global position
 * @param at when it was decided
 * @param actor the name of the token it was decided with
 * @param action the event's permanent name, such as {@code player.frozen.v1}
 * @param subject the stream of what was decided about
 * @param reason the actor's own words
 * @param what the event's other members, as a JSON object
 */
public record AuditEntry(
        long position, Instant at, String actor, String action, String subject, String reason, String what) {}
