package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Json;
import io.carat.ops.client.NoAnswer;
import io.carat.ops.client.ServerAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Asks a server about its state. */
final class ServerProbe implements AutoCloseable {

    /** Long, since a reconciliation replays the whole log. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(1);
    private static final Pattern LAG =
            Pattern.compile("(?m)^wallet_processor_lag_events\\{[^}]*processor=\"([^\"]+)\"[^}]*} (\\S+)$");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Whether it takes requests now. */
    boolean isReady(URI server) {
        try {
            return send(HttpRequest.newBuilder(server.resolve("/actuator/health/readiness"))
                                    .timeout(READY_TIMEOUT))
                            .statusCode()
                    == 200;
        } catch (NoAnswer e) {
            return false;
        }
    }

    /** The most events that any of these processors has still to take; -1 when the server cannot tell. */
    long lag(ServerAccess server, Predicate<String> processors) {
        try {
            HttpResponse<String> metrics = send(request(server, "/actuator/prometheus"));
            return metrics.statusCode() != 200
                    ? -1
                    : LAG.matcher(metrics.body())
                            .results()
                            .filter(gauge -> processors.test(gauge.group(1)))
                            .mapToLong(gauge -> (long) Double.parseDouble(gauge.group(2)))
                            .max()
                            .orElse(-1);
        } catch (NoAnswer | NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Compares balances, ledger and events now.
     *
     * @throws CaratFailure when the server refuses
     */
    JsonNode reconcile(ServerAccess server) {
        HttpResponse<String> run =
                send(request(server, "/admin/v1/reconciliation/runs").POST(HttpRequest.BodyPublishers.noBody()));
        if (run.statusCode() != 200) {
            throw new CaratFailure("The server does not reconcile: " + run.statusCode() + " " + run.body());
        }
        return Json.read(run.body());
    }

    private static HttpRequest.Builder request(ServerAccess server, String path) {
        return HttpRequest.newBuilder(server.url().resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + server.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer("The server did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("Interrupted while waiting for the server.", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
