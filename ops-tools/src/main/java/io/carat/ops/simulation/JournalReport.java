package io.carat.ops.simulation;

import java.util.List;

/**
 * How a journal compares with the server.
 *
 * @param checked the requests sent again
 * @param same those answered as then
 * @param lost those that the server did not know any more
 * @param different those answered otherwise
 * @param examples the first ones that are lost or different
 */
public record JournalReport(
        boolean ok, String journal, int checked, int same, int lost, int different, List<String> examples) {
    public JournalReport {
        examples = List.copyOf(examples);
    }
}
