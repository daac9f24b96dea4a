package io.carat.ops.bench.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.carat.ops.bench.contestant.HttpConnection.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void readsAnAnswerOfKnownLength() throws IOException {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nIdempotent-Replayed: true\r\n\r\n{ü}");
        assertThat(post()).isEqualTo(new Reply(200, true, "{ü}"));
    }

    @Test
    void readsAnAnswerInChunks() throws IOException {
        answers("HTTP/1.1 422 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\nA\r\n\":123456}\n\r\n0\r\n\r\n");
        assertThat(post()).isEqualTo(new Reply(422, false, "{\"a\":123456}\n"));
    }

    @Test
    void opensANewConnectionWhenTheServerHasClosedTheOldOne() throws IOException {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "HTTP/1.1 204 None\r\n\r\n");
        try (HttpConnection connection = connection()) {
            assertThat(connection.post("/a", "k", "{}").status()).isEqualTo(200);
            assertThat(connection.post("/a", "k", "{}").status()).isEqualTo(204);
        }
    }

    @Test
    void failsOnHalfAnAnswer() {
        answers("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        assertThatIOException().isThrownBy(this::post).withMessageContaining("within an answer");
    }

    private Reply post() throws IOException {
        try (HttpConnection connection = connection()) {
            return connection.post("/a", "k", "{}");
        }
    }

    private HttpConnection connection() {
        return new HttpConnection(server.getLocalPort(), "token");
    }

    /** Each answer on a connection of its own, after the request's body. */
    private void answers(String... answers) {
        Thread.ofVirtual().start(() -> {
            for (String answer : answers) {
                try (Socket socket = server.accept()) {
                    String request = "";
                    while (!request.endsWith("\r\n\r\n{}")) {
                        request += (char) socket.getInputStream().read();
                    }
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
