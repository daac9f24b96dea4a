package io.carat.ops.simulation;

import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Reads a journal back. */
final class JournalLines {

    private JournalLines() {}

    /**
     * The journal's entries; a last line that was cut off while it was written is left out.
     *
     * @throws CaratFailure when the file cannot be read or is no journal
     */
    static List<JournalEntry> entries(Path file) {
        List<JournalEntry> entries = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            try {
                entries.add(JournalEntry.parse(lines.get(i)));
            } catch (JacksonException e) {
                if (i < lines.size() - 1) {
                    throw new CaratFailure("Line " + (i + 1) + " of " + file + " is not a journal entry.", e);
                }
            }
        }
        return entries;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new CaratFailure("The journal " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
