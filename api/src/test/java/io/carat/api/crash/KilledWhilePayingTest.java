package io.carat.api.crash;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.carat.api.startup.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} between a payout's sending and its answer: the next life asks, and does not send again. */
class KilledWhilePayingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WireMockServer psp =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final CountDownLatch arrived = new CountDownLatch(1);

    @TempDir
    Path data;

    @BeforeEach
    void startTheProvider() {
        psp.start();
        psp.addMockServiceRequestListener((request, response) -> arrived.countDown());
    }

    @AfterEach
    void leaveNothingBehind() throws IOException {
        psp.stop();
        ServerProcess.endPostgres(data);
    }

    @Test
    void paysOnce() throws Exception {
        String id = payUntilTheServerIsKilled();
        psp.stubFor(get(urlEqualTo("/payouts/" + id)).willReturn(aResponse().withBody(paid(id))));
        try (ServerProcess server = start();
                Caller caller = new Caller(server, data)) {
            await().atMost(PATIENCE).until(() -> status(caller, id).equals("PAID"));
            JsonNode bucket = caller.wallet("payee")
                    .get("buckets")
                    .valueStream()
                    .filter(one -> one.get("type").asString().equals("WITHDRAWABLE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(bucket.get("available").asLong()).isEqualTo(6_000);
            assertThat(bucket.get("held").asLong()).isZero();
        }
        psp.verify(1, postRequestedFor(urlEqualTo("/payouts")));
    }

    private String payUntilTheServerIsKilled() throws Exception {
        try (ServerProcess server = start();
                Caller caller = new Caller(server, data)) {
            String id = approved(caller);
            psp.stubFor(
                    post("/payouts").willReturn(aResponse().withBody(paid(id)).withFixedDelay(20_000)));
            caller.post("/v2/withdrawals/" + id + "/pay", "pay", "{}");
            assertThat(arrived.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(status(caller, id)).isEqualTo("PAYING");
            server.kill();
            return id;
        }
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                        data,
                        "--carat.payments.url=" + psp.baseUrl(),
                        "--carat.payments.api-key=key-of-ours",
                        "--carat.payments.callback-secret=sixteen-characters",
                        "--carat.payments.connect-timeout=500ms",
                        "--carat.payments.read-timeout=5s",
                        "--carat.payments.first-pause=100ms")
                .ready();
    }

    private static String approved(Caller caller) throws Exception {
        Caller.read(caller.post("/v2/deposits", "deposit", """
            {"brandId": "acme", "playerId": "payee", "target": "SPORTS_NORMAL", "amount": 10000, "currency": "KRW",
             "paymentRef": "p1"}\
            """));
        JsonNode bet = Caller.read(caller.post("/v2/bets/authorize", "bet", """
            {"brandId": "acme", "playerId": "payee", "providerId": "generic", "gameId": "sports-1", "betId": "b1",
             "roundId": "r1", "stake": 10000, "currency": "KRW", "odds": 1.85}\
            """));
        Caller.read(caller.post(
                "/v2/bets/" + bet.get("authorizationId").asString() + "/settle",
                "settle",
                "{\"transactionId\": \"t1\", \"payout\": 10000}"));
        String id = Caller.read(caller.post("/v2/withdrawals", "withdraw", """
            {"brandId": "acme", "playerId": "payee", "currency": "KRW", "amount": 4000}\
            """))
                .get("withdrawalId")
                .asString();
        Caller.read(caller.post("/v2/withdrawals/" + id + "/approve", "approve", "{}"));
        return id;
    }

    private static String status(Caller caller, String id) throws Exception {
        return caller.read("/v2/withdrawals/" + id).get("status").asString();
    }

    private static String paid(String id) {
        return "{\"reference\": \"%s\", \"status\": \"PAID\", \"amount\": 4000, \"currency\": \"KRW\"}".formatted(id);
    }
}
