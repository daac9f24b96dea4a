package io.carat.api.crash;

import io.carat.api.crash.Recorded.Reply;
import io.carat.api.startup.ServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls one life of the server with the tokens of its data directory. */
final class Caller implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerProcess server;
    private final JsonNode tokens;

    Caller(ServerProcess server, Path data) throws IOException {
        this.server = server;
        this.tokens = JSON.readTree(Files.readString(data.resolve("credentials.json")));
    }

    /** Sends a money command. */
    Reply post(String path, String key, String body) throws IOException, InterruptedException {
        return send(request(path, "operator")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a recorded request again, word for word. */
    Reply again(Recorded request) throws IOException, InterruptedException {
        return post(request.path(), request.key(), request.body());
    }

    JsonNode wallet(String playerId) throws IOException, InterruptedException {
        return read(send(request("/v2/wallets/acme/" + playerId + "?currency=KRW", "operator")
                .GET()));
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return read(send(request(path, "operator").GET()));
    }

    JsonNode reconcile() throws IOException, InterruptedException {
        return read(send(request("/admin/v1/reconciliation/runs", "admin").POST(HttpRequest.BodyPublishers.noBody())));
    }

    static JsonNode read(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return JSON.readTree(reply.body());
    }

    private HttpRequest.Builder request(String path, String role) throws IOException {
        return HttpRequest.newBuilder(server.uri(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.get(role).asString());
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean replayed =
                response.headers().firstValue("Idempotent-Replayed").orElse("").equals("true");
        return new Reply(response.statusCode(), response.body(), replayed);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
