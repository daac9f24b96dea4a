package io.carat.ops.verify;

import io.carat.ops.verify.Finding.Kind;
import io.carat.ops.verify.StreamTips.Tip;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares stream_head with the streams that the log has. */
final class StreamHeadCheck {

    private static final int PAGE = 10_000;
    private static final int MAX_FINDINGS = 5;

    private static final String READ =
            "SELECT stream_id, version, first_position, last_position, last_hash FROM stream_head";

    private static final String WITHOUT_HEAD = """
        SELECT position, stream_id, sequence, event_name FROM domain_event AS event
         WHERE sequence = 0 AND NOT EXISTS (SELECT FROM stream_head WHERE stream_id = event.stream_id)
         ORDER BY position LIMIT 1\
        """;

    private final Connection connection;
    private final StreamTips tips;
    private final List<Finding> findings = new ArrayList<>();

    StreamHeadCheck(Connection connection, StreamTips tips) {
        this.connection = connection;
        this.tips = tips;
    }

    /** What does not fit, a few of it; the log itself fits. */
    List<Finding> findings() throws SQLException {
        long heads = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery(READ)) {
                while (rows.next() && findings.size() < MAX_FINDINGS) {
                    heads++;
                    compare(rows);
                }
            }
        }
        if (findings.isEmpty() && heads != tips.size()) {
            findWithoutHead();
        }
        return findings;
    }

    private void compare(ResultSet head) throws SQLException {
        String stream = head.getString(1);
        Tip tip = tips.get(stream);
        if (tip.sequence() < 0) {
            findings.add(Finding.of(Kind.STREAM_HEAD, "stream_head knows a stream without events: " + stream));
            return;
        }
        boolean fits = head.getLong(2) == tip.sequence()
                && head.getLong(3) == tip.firstPosition()
                && head.getLong(4) == tip.lastPosition()
                && Arrays.equals(head.getBytes(5), tip.hash().bytes());
        if (!fits) {
            EventPlace last = new EventPlace(tip.lastPosition(), stream, tip.sequence(), null);
            findings.add(Finding.at(
                    last,
                    Kind.STREAM_HEAD,
                    "stream_head says version %d, positions %d to %d, of a stream whose events are 0 to %d at positions %d to %d%s"
                            .formatted(
                                    head.getLong(2),
                                    head.getLong(3),
                                    head.getLong(4),
                                    tip.sequence(),
                                    tip.firstPosition(),
                                    tip.lastPosition(),
                                    head.getLong(2) == tip.sequence() ? ", or has another hash" : "")));
        }
    }

    private void findWithoutHead() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WITHOUT_HEAD)) {
            if (row.next()) {
                EventPlace first = new EventPlace(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4));
                findings.add(Finding.at(first, Kind.STREAM_HEAD, "its stream has no row in stream_head"));
            }
        }
    }
}
