package io.carat.api.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Calls with any token, under a new request key each time. */
record Wire(RunningServer server, String token) {

    /** With the first token of a role. */
    static Wire as(RunningServer server, String role) {
        return new Wire(server, server.token(role));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(server.uri(path)).GET());
    }

    Answer post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    Answer post(String path, String key, String body) {
        return send(HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The body of an answer that is not JSON. */
    String text(String path) {
        try {
            return RunningServer.HTTP
                    .send(
                            HttpRequest.newBuilder(server.uri(path))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(RunningServer.HTTP.send(
                    request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
