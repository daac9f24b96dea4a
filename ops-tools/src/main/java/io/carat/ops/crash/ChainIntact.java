package io.carat.ops.crash;

import io.carat.ops.verify.ChainCheck;
import io.carat.ops.verify.Evidence;
import io.carat.ops.verify.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What {@code carat verify-chain} checks, with the heads and keys that the nodes have kept in their data directories. */
record ChainIntact() implements LogCheck {

    @Override
    public String name() {
        return "every event fits the hash chain, and the chain every signed head";
    }

    @Override
    public List<String> faults(LogUnderTest log) throws SQLException {
        // Before the log, which goes on but never back: no head may be ahead of what is read.
        Evidence evidence = Evidence.of(log.nodeData());
        try (Connection connection = log.connect()) {
            return ChainCheck.check(connection, evidence).findings().stream()
                    .map(Finding::line)
                    .toList();
        }
    }
}
