package io.carat.ops.crash;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The checks of the event log that every round ends with. A further one is a line here. */
public final class LogChecks {

    /** Queries: each names one rule, in an order that begins with the simplest. */
    static final List<LogCheck> QUERIES = List.of(
            new SqlCheck("positions are 1, 2, 3, ... without gaps, up to the head", """
                SELECT format('%s events from position %s to %s, the head is at %s',
                              count(position), min(position), max(position), head)
                FROM (SELECT last_position AS head FROM event_log_head) AS log_head LEFT JOIN domain_event ON true
                GROUP BY head
                HAVING count(position) <> head OR coalesce(max(position), 0) <> head OR coalesce(min(position), 1) <> 1
                """),
            new SqlCheck("the time of commit never decreases with the position", """
                SELECT format('position %s was committed at %s, before the one below it', position, committed_at)
                FROM (SELECT position, committed_at, lag(committed_at) OVER (ORDER BY position) AS below
                      FROM domain_event) AS event
                WHERE committed_at < below
                ORDER BY position
                """),
            new SqlCheck("each stream's events are 0, 1, 2, ... without gaps", """
                SELECT format('stream %s has %s events, sequences %s to %s',
                              stream_id, count(*), min(sequence), max(sequence))
                FROM domain_event
                GROUP BY stream_id
                HAVING min(sequence) <> 0 OR count(*) <> max(sequence) + 1 OR count(DISTINCT sequence) <> count(*)
                ORDER BY stream_id
                """),
            new SqlCheck("no event is stored twice", """
                SELECT format('event %s is stored %s times', event_id, count(*))
                FROM domain_event
                GROUP BY event_id
                HAVING count(*) > 1
                """),
            new SqlCheck("each stream's head is at its last event", """
                SELECT format('stream %s ends at %s, its head says %s', stream_id, last_sequence, version)
                FROM (SELECT stream_id, max(sequence) AS last_sequence FROM domain_event GROUP BY stream_id) AS stream
                FULL JOIN stream_head USING (stream_id)
                WHERE version IS DISTINCT FROM last_sequence
                ORDER BY stream_id
                """));

    /** Many times the interval at which the nodes of a run sign, and longer than their pools take to find PostgreSQL. */
    private static final Duration SIGNED_WITHIN = Duration.ofSeconds(30);

    /** All of them. */
    public static final List<LogCheck> ALL = Stream.concat(
                    QUERIES.stream(), Stream.of(new EndSigned(SIGNED_WITHIN), new ChainIntact()))
            .toList();

    private LogChecks() {}
}
