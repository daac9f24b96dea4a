package io.carat.ops.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A check by a query that finds what does not hold, in words. */
record SqlCheck(String name, String query) implements LogCheck {

    private static final int MOST_FAULTS = 5;

    @Override
    public List<String> faults(LogUnderTest log) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_FAULTS);
            try (ResultSet found = statement.executeQuery(query)) {
                while (found.next()) {
                    faults.add(found.getString(1));
                }
            }
        }
        return faults;
    }
}
