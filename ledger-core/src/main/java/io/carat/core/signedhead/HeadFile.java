package io.carat.core.signedhead;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Signed heads in a file that only grows: one JSON object per line.
 *
 * @param path the file
 */
public record HeadFile(Path path) {

    /** No line is longer than a part of this. */
    private static final int TAIL_BYTES = 8_192;

    /**
     * A line of the file.
     *
     * @param number from 1
     * @param head what it says, empty when it is no signed head
     * @param isTorn whether it was not written to its end, as when the machine went down
     */
    public record Line(long number, Optional<SignedHead> head, boolean isTorn) {}

    /**
     * Adds a head; it is on disk when this returns.
     *
     * @throws IOException when it may not be there; to be tried again
     */
    public void append(SignedHead head) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            String line = (isWhole(file) ? "" : "\n") + HeadLine.write(head) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            file.position(file.size());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    // An earlier append may have been cut off: its line must not swallow the next one.
    private static boolean isWhole(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() == 0 || (file.read(last, file.size() - 1) == 1 && last.get(0) == '\n');
    }

    /**
     * Hands over every line that is not blank, from the first on.
     *
     * @throws IOException when the file does not exist or cannot be read
     */
    public void read(Consumer<Line> reader) throws IOException {
        long number = 0;
        try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                if (!line.isBlank()) {
                    reader.accept(line(number, line));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Line line(long number, String text) {
        return new Line(number, HeadLine.read(text), !text.endsWith("}"));
    }

    /**
     * The head that was added last, empty where there is none.
     *
     * @throws IOException when the file cannot be read
     */
    public Optional<SignedHead> last() throws IOException {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        return tail().lines().map(HeadLine::read).flatMap(Optional::stream).reduce((earlier, later) -> later);
    }

    private String tail() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1);
        }
    }
}
