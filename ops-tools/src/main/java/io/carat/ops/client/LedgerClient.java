package io.carat.ops.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Sends requests to a server, or to several on one database. Safe for use by many threads. */
public final class LedgerClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    private final Supplier<ServerAccess> servers;
    private final HttpClient http;

    /** A client of this server. */
    public LedgerClient(ServerAccess access) {
        this(() -> access);
    }

    /** A client that asks before each sending where to send it. */
    public LedgerClient(Supplier<ServerAccess> servers) {
        this.servers = servers;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /**
     * Sends a money command once.
     *
     * @throws NoAnswer when no answer came, so that its effect is unknown
     * @throws CaratFailure when the token is refused
     */
    public Answer post(MoneyRequest request) {
        return send(access -> posting(access, request), 1);
    }

    /**
     * Sends a money command, and again under the same key while no answer comes or the server is not ready (503).
     *
     * @throws NoAnswer when the patience ran out
     * @throws CaratFailure when the token is refused
     */
    public Answer post(MoneyRequest request, Patience patience) {
        return patience.repeat(attempt -> send(access -> posting(access, request), attempt));
    }

    /**
     * Reads a path, and again while no answer comes or the server is not ready (503).
     *
     * @throws NoAnswer when the patience ran out
     * @throws CaratFailure when the token is refused
     */
    public Answer get(String path, Patience patience) {
        return patience.repeat(attempt -> send(access -> to(access, path).GET().build(), attempt));
    }

    private static HttpRequest posting(ServerAccess access, MoneyRequest request) {
        return to(access, request.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key())
                .POST(BodyPublishers.ofString(request.body()))
                .build();
    }

    private static HttpRequest.Builder to(ServerAccess access, String path) {
        return HttpRequest.newBuilder(URI.create(access.url() + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + access.token());
    }

    private Answer send(Function<ServerAccess, HttpRequest> request, int attempt) {
        ServerAccess access = servers.get();
        try {
            return admitted(access, http.send(request.apply(access), BodyHandlers.ofString()), attempt);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new NoAnswer("No server answers at " + access + ". Start one with ./carat up, or set CARAT_URL.", e);
        } catch (HttpTimeoutException e) {
            throw new NoAnswer(
                    "The server at " + access + " did not answer within " + ANSWER_TIMEOUT.toSeconds() + " s.", e);
        } catch (IOException e) {
            throw new NoAnswer("The connection to " + access + " was lost before an answer came.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("Interrupted while waiting for " + access + ".", e);
        }
    }

    private static Answer admitted(ServerAccess access, HttpResponse<String> response, int attempt) {
        Answer answer = new Answer(
                response.statusCode(),
                response.headers().firstValue("Idempotent-Replayed").orElse("").equals("true"),
                tree(response.body()),
                attempt);
        return switch (answer.status()) {
            case 401 ->
                throw new CaratFailure("The server at " + access + " does not know the token (401). Set"
                        + " CARAT_DATA to that server's data directory, or CARAT_TOKEN.");
            case 403 ->
                throw new CaratFailure("The token may not do this at " + access
                        + " (403). Set CARAT_TOKEN to a token of a role that may.");
            default -> answer;
        };
    }

    private static JsonNode tree(String body) {
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            return Json.tree(Json.object(
                    "detail", "not JSON: " + body.lines().findFirst().orElse("")));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
