package io.carat.api.scenario;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.carat.api.signature.CallbackSignature;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A payment provider that answers as it is told, payout by payout. What it is not told is 404, as of a wrong address. */
final class StandInPsp implements AutoCloseable {

    private static final String SECRET = "a-secret-that-both-know";

    private final WireMockServer http =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    StandInPsp() {
        http.start();
    }

    /** What a server is told about this provider; impatient, so that time-outs come soon. */
    Map<String, Object> settings() {
        return Map.of(
                "carat.payments.url", http.baseUrl(),
                "carat.payments.api-key", "key-of-ours",
                "carat.payments.callback-secret", SECRET,
                "carat.payments.connect-timeout", "500ms",
                "carat.payments.read-timeout", "500ms",
                "carat.payments.first-pause", "100ms",
                "carat.payments.longest-pause", "500ms");
    }

    /** Answers the payouts of a withdrawal with these, one after the other; the last one stays. */
    void whenPaying(Answer withdrawal, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            http.stubFor(post("/payouts")
                    .withHeader("Idempotency-Key", equalTo(id(withdrawal)))
                    .inScenario("pay " + id(withdrawal))
                    .whenScenarioStateIs(state(i))
                    .willSetStateTo(state(Math.min(i + 1, answers.length - 1)))
                    .willReturn(answers[i]));
        }
    }

    /** Answers questions about a withdrawal with these, one after the other; the last one stays. */
    void whenAsked(Answer withdrawal, ResponseDefinitionBuilder... answers) {
        String name = "ask " + id(withdrawal) + UUID.randomUUID();
        for (int i = 0; i < answers.length; i++) {
            http.stubFor(get(urlEqualTo("/payouts/" + id(withdrawal)))
                    .inScenario(name)
                    .whenScenarioStateIs(state(i))
                    .willSetStateTo(state(Math.min(i + 1, answers.length - 1)))
                    .willReturn(answers[i]));
        }
    }

    private static String state(int number) {
        return number == 0 ? Scenario.STARTED : "answer " + number;
    }

    /** A well-formed answer. */
    static ResponseDefinitionBuilder says(Answer withdrawal, String word) {
        return aResponse()
                .withStatus(word.equals("NOT_FOUND") ? 404 : 200)
                .withHeader("Content-Type", "application/json")
                .withBody(body(withdrawal, word));
    }

    static String body(Answer withdrawal, String word) {
        return body(id(withdrawal), withdrawal.number("amount"), word);
    }

    static String body(String reference, long amount, String word) {
        return """
            {"reference": "%s", "status": "%s", "amount": %d, "currency": "KRW", "reason": "as told"}\
            """.formatted(reference, word, amount);
    }

    /** How often a payout was sent. */
    int sent(Answer withdrawal) {
        return http.countRequestsMatching(postRequestedFor(urlEqualTo("/payouts"))
                        .withHeader("Idempotency-Key", equalTo(id(withdrawal)))
                        .build())
                .getCount();
    }

    /** How often it was asked. */
    int asked(Answer withdrawal) {
        return http.countRequestsMatching(getRequestedFor(urlEqualTo("/payouts/" + id(withdrawal)))
                        .build())
                .getCount();
    }

    /** Sends a signed callback. */
    Answer callback(RunningServer server, Answer withdrawal, String word) {
        return callback(server, body(withdrawal, word));
    }

    Answer callback(RunningServer server, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return callback(
                server, body, CallbackSignature.header(Instant.now(), bytes, SECRET.getBytes(StandardCharsets.UTF_8)));
    }

    Answer callback(RunningServer server, String body, String signature) {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/payments/psp/callbacks"))
                .header("Content-Type", "application/json")
                .header("X-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Answer.of(RunningServer.HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String id(Answer withdrawal) {
        return withdrawal.text("withdrawalId");
    }

    @Override
    public void close() {
        http.stop();
    }
}
