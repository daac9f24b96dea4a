package io.carat.ops.verify;

import io.carat.ops.verify.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether each snapshot says to be of an event that the log has, with that event's hash. Its state is not looked at. */
final class SnapshotCheck {

    private static final int MAX_FINDINGS = 5;

    private static final String COUNT = "SELECT count(*) FROM aggregate_snapshot";

    private static final String STRAY = """
        SELECT snapshot.position, snapshot.stream_id, snapshot.version
          FROM aggregate_snapshot AS snapshot LEFT JOIN domain_event AS event USING (position)
         WHERE (event.stream_id = snapshot.stream_id AND event.sequence = snapshot.version
                AND event.hash = snapshot.hash) IS NOT TRUE
         ORDER BY snapshot.position\
        """;

    private SnapshotCheck() {}

    static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return row.getLong(1);
        }
    }

    static List<Finding> findings(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MAX_FINDINGS);
            try (ResultSet row = statement.executeQuery(STRAY)) {
                while (row.next()) {
                    EventPlace place = new EventPlace(row.getLong(1), row.getString(2), row.getLong(3), null);
                    findings.add(Finding.at(
                            place, Kind.SNAPSHOT, "the snapshot of its stream is of no event that the log has there"));
                }
            }
        }
        return findings;
    }
}
