package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.MoneyRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes down every answered money request, one JSON line each, flushed before the player goes on. */
public final class Journal implements AutoCloseable {

    private final Writer file;

    private Journal(Writer file) {
        this.file = file;
    }

    /**
     * A journal in a new file, or over an old one.
     *
     * @throws CaratFailure when the file cannot be written
     */
    public static Journal to(Path file) {
        try {
            return new Journal(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new CaratFailure("The journal " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** A journal that keeps nothing. */
    public static Journal none() {
        return new Journal(Writer.nullWriter());
    }

    synchronized void write(MoneyRequest request, Answer answer) {
        try {
            file.write(JournalEntry.of(request, answer).line());
            file.write('\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new CaratFailure("The journal could not be closed: " + e.getMessage(), e);
        }
    }
}
