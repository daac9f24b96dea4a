package io.carat.ops.crash;

import java.sql.SQLException;
import java.util.List;

/** Something that must hold of the event log whatever was killed. {@link LogChecks#ALL} is the list that is run. */
public interface LogCheck {

    /** What must hold, in a few words. */
    String name();

    /**
     * Looks while nothing is being appended.
     *
     * @return what does not hold, one line each; empty when it holds
     * @throws SQLException when the log cannot be read
     */
    List<String> faults(LogUnderTest log) throws SQLException;
}
