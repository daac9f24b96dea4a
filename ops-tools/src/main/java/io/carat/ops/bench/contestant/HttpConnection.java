package io.carat.ops.bench.contestant;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection to a server on this machine, kept open: written for a load generator that shares the
 * processors with the server, so it does no more than it must. Opened again when the server has closed it in order.
 */
final class HttpConnection implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = 30_000;
    private static final int LONGEST_LINE = 8_192;

    /** An answer. */
    record Reply(int status, boolean replayed, String body) {}

    private final int port;
    private final String headers;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private final byte[] line = new byte[LONGEST_LINE];

    HttpConnection(int port, String token) {
        this.port = port;
        this.headers = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nAccept: application/json, application/problem+json"
                + "\r\nIdempotency-Key: ";
    }

    /** Sends a request and waits for its answer. */
    Reply post(String path, String key, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + headers + key + "\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        Socket open = open();
        open.getOutputStream().write(request);
        return read(Objects.requireNonNull(in));
    }

    private Socket open() throws IOException {
        if (socket == null) {
            Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(READ_TIMEOUT_MILLIS);
            in = new BufferedInputStream(fresh.getInputStream());
            socket = fresh;
        }
        return socket;
    }

    private Reply read(InputStream from) throws IOException {
        String status = line(from);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        boolean replayed = false;
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> closes = value.equals("close");
                case "idempotent-replayed" -> replayed = value.equals("true");
                default -> {}
            }
        }
        String body = new String(chunked ? chunks(from) : exactly(from, length), StandardCharsets.UTF_8);
        if (closes) {
            close();
        }
        return new Reply(Integer.parseInt(status.substring(9, 12)), replayed, body);
    }

    private byte[] chunks(InputStream from) throws IOException {
        byte[] body = {};
        int length;
        do {
            length = Integer.parseInt(line(from), 16);
            byte[] longer = Arrays.copyOf(body, body.length + length);
            System.arraycopy(exactly(from, length), 0, longer, body.length, length);
            body = longer;
            line(from);
        } while (length > 0);
        return body;
    }

    private static byte[] exactly(InputStream from, int length) throws IOException {
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server closed the connection within an answer");
        }
        return bytes;
    }

    private String line(InputStream from) throws IOException {
        int length = 0;
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0 || length == LONGEST_LINE) {
                throw new EOFException("The server closed the connection without a whole answer");
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
