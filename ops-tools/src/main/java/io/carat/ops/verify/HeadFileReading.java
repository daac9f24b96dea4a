package io.carat.ops.verify;

import io.carat.core.host.OneLine;
import io.carat.core.signedhead.HeadFile;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.verify.Finding.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of one file of heads: those that are heads, those that are none, those that were cut off. */
final class HeadFileReading {

    private final Path file;
    private final List<KeptHead> heads = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long torn;
    private long firstTorn;

    private HeadFileReading(Path file) {
        this.file = file;
    }

    /**
     * Reads a whole file.
     *
     * @throws CaratFailure when it cannot be read
     */
    static HeadFileReading of(Path file) {
        HeadFileReading reading = new HeadFileReading(file);
        try {
            new HeadFile(file).read(reading::take);
        } catch (IOException e) {
            throw new CaratFailure("The kept heads in " + file + " cannot be read (" + OneLine.of(e) + ").", e);
        }
        return reading;
    }

    private void take(HeadFile.Line line) {
        String source = "line " + line.number() + " of " + file;
        if (line.head().isPresent()) {
            heads.add(new KeptHead(line.head().get(), source));
        } else if (!line.isTorn()) {
            findings.add(Finding.of(Kind.UNREADABLE_HEAD, source + " is no signed head"));
        } else if (torn++ == 0) {
            firstTorn = line.number();
        }
    }

    List<KeptHead> heads() {
        return heads;
    }

    /** A crash cuts off a line here and there, but no crash cuts off all. */
    List<Finding> findings() {
        return torn > 0 && heads.isEmpty()
                ? List.of(Finding.of(Kind.UNREADABLE_HEAD, "no line of " + file + " is a signed head"))
                : findings;
    }

    List<String> notes() {
        if (torn == 0 || heads.isEmpty()) {
            return List.of();
        }
        return List.of("line " + firstTorn + " of " + file
                + (torn == 1 ? " was" : " and " + (torn - 1) + " more were")
                + " not written to the end, as when a machine goes down, and passed over.");
    }
}
