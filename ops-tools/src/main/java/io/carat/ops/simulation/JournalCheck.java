package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends every request of a journal again under its key: the answer of that time must come back. */
public final class JournalCheck {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));
    private static final int EXAMPLES = 10;
    /** Requests asked at the same time. Their order does not matter: what was answered is only told again. */
    private static final int AT_ONCE = 8;

    private final LedgerClient client;
    private final List<String> examples = new ArrayList<>();
    private int lost;
    private int different;

    /** A check against this client's server. */
    public JournalCheck(LedgerClient client) {
        this.client = client;
    }

    /**
     * Checks the whole journal.
     *
     * @throws CaratFailure when the journal cannot be read or the server does not answer
     */
    public JournalReport run(Path file) {
        List<JournalEntry> entries = JournalLines.entries(file);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> checks = new ArrayList<>();
            entries.forEach(entry -> checks.add(threads.submit(() -> check(entry))));
            checks.forEach(JournalCheck::await);
        }
        boolean ok = lost == 0 && different == 0;
        return new JournalReport(
                ok, file.toString(), entries.size(), entries.size() - lost - different, lost, different, examples);
    }

    private static void await(Future<?> check) {
        try {
            check.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CaratFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaratFailure("The check was interrupted.", e);
        }
    }

    private void check(JournalEntry entry) {
        judge(entry, client.post(entry.request(), PATIENCE));
    }

    private synchronized void judge(JournalEntry entry, Answer answer) {
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
}
