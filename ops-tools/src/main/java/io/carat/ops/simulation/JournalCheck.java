package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Sends every request of a journal again under its key: the answer of that time must come back. */
public final class JournalCheck {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));
    private static final int EXAMPLES = 10;

    private final LedgerClient client;
    private final List<String> examples = new ArrayList<>();
    private int lost;
    private int different;

    /** A check against this client's server. */
    public JournalCheck(LedgerClient client) {
        this.client = client;
    }

    /**
     * Checks the whole journal, in its order.
     *
     * @throws CaratFailure when the journal cannot be read or the server does not answer
     */
    public JournalReport run(Path file) {
        List<JournalEntry> entries = read(file);
        entries.forEach(this::check);
        boolean ok = lost == 0 && different == 0;
        return new JournalReport(
                ok, file.toString(), entries.size(), entries.size() - lost - different, lost, different, examples);
    }

    private void check(JournalEntry entry) {
        Answer answer = client.post(entry.request(), PATIENCE);
        if (entry.accepted() && answer.accepted() && !answer.replayed()) {
            lost++;
            example(entry, "the answered request was not there: it was done anew");
        } else {
            difference(entry, answer).ifPresent(what -> {
                different++;
                example(entry, what);
            });
        }
    }

    private static Optional<String> difference(JournalEntry entry, Answer answer) {
        boolean same = entry.accepted()
                ? answer.body().equals(entry.answer())
                : answer.code().equals(entry.code());
        return Expectation.unless(
                same && answer.status() == entry.status(),
                "then " + entry.status() + " " + entry.answer() + ", now " + answer.status() + " " + answer.body());
    }

    private void example(JournalEntry entry, String what) {
        if (examples.size() < EXAMPLES) {
            examples.add("POST " + entry.path() + " [" + entry.key() + "] " + what);
        }
    }

    /** The journal's entries; a last line that was cut off while it was written is left out. */
    private static List<JournalEntry> read(Path file) {
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
