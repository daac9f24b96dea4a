package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.signature.CallbackSignature;
import io.carat.core.testing.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Staff connect providers and change their profiles; what one provider does harms no other. */
class ProviderCatalogueTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static RunningServer server;

    private final Player player = newPlayer();

    @BeforeAll
    static void start() {
        server = RunningServer.node(DATABASE, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    private static Player newPlayer() {
        return new Player(server);
    }

    private Answer admin(String path, String body) {
        return player.post(path, "admin", player.key(), body);
    }

    private Answer put(String path, String body) throws Exception {
        return Answer.of(RunningServer.HTTP.send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + server.token("admin"))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private ObjectNode profileOf(String provider) {
        JsonNode profiles = player.get("/admin/v1/providers/" + provider + "/profiles", "admin")
                .ok()
                .body();
        ObjectNode profile = (ObjectNode) profiles.get("profiles").get(0).deepCopy();
        profile.remove("providerId");
        profile.put("reason", "a test");
        return profile;
    }

    private static void set(ObjectNode profile, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) profile.at(pointer.substring(0, last));
        if (value.isEmpty()) {
            parent.remove(pointer.substring(last + 1));
        } else {
            parent.set(pointer.substring(last + 1), JsonMapper.shared().readTree(value));
        }
    }

    /** A provider of the generic contract with a key of its own, whose profile is changed like this. */
    private void connect(String provider, Map<String, String> changes) throws Exception {
        admin("/admin/v1/providers", "{\"providerId\": \"%s\", \"reason\": \"new\"}".formatted(provider))
                .ok();
        admin("/admin/v1/games", """
            {"providerId": "%s", "gameId": "sports-1", "product": "SPORTS", "reason": "new"}\
            """.formatted(provider)).ok();
        ObjectNode profile = profileOf("generic");
        changes.forEach((pointer, value) -> set(profile, pointer, value));
        admin("/admin/v1/providers/" + provider + "/profiles", profile.toString())
                .ok();
        admin("/admin/v1/providers/" + provider + "/profiles/1/activate", "{\"reason\": \"new\"}")
                .ok();
        put("/admin/v1/providers/" + provider + "/secret", """
            {"kind": "HMAC_SHA256", "secret": "%s", "reason": "new"}\
            """.formatted(secret(provider)))
                .ok();
        awaitProfile(provider);
    }

    private static String secret(String provider) {
        return "key-of-" + provider + "-0123456789";
    }

    /** An unknown provider is remembered for a second too. */
    private void awaitProfile(String provider) {
        await().atMost(PATIENCE).until(() -> call(provider, "balance", "{}").status() == 400);
    }

    private Answer call(String provider, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new StandInProvider(server, provider)
                .send(
                        path,
                        body,
                        Map.of(
                                CallbackSignature.HEADER,
                                CallbackSignature.header(
                                        Instant.now(), bytes, secret(provider).getBytes(StandardCharsets.UTF_8))));
    }

    private String bet(String betId, long amount) {
        return """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "betId": "%s-%s", "roundId": "r",
             "gameId": "sports-1", "transactionId": "%s-%s", "amount": %d}\
            """.formatted(player.id, player.id, betId, player.id, betId, amount);
    }

    @Test
    void listsWhatThereIs() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(player.get("/admin/v1/providers", "ops").ok().body().toString())
                    .contains("{\"providerId\":\"generic\",\"versions\":[1],\"activeVersion\":1}")
                    .contains("{\"providerId\":\"hub88\",\"versions\":[1],\"activeVersion\":1}");
            assertThat(player.get("/admin/v1/games", "operator").ok().body().toString())
                    .contains("{\"providerId\":\"hub88\",\"gameId\":\"live-1\",\"product\":\"LIVE\"}");
            assertThat(player.get("/admin/v1/brands", "finance").ok().body().toString())
                    .contains("{\"brandId\":\"acme\",\"currencies\":[\"KRW\",\"EUR\",\"USD\"],\"zone\":\"UTC\"}");
        });
        JsonNode hub88 = profileOf("hub88");
        assertThat(hub88.at("/bets/payout").asString()).isEqualTo("GROSS");
        assertThat(hub88.at("/wire/brandId").asString()).isEqualTo("acme");
    }

    @ParameterizedTest(name = "{0} = {1} is refused at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/wire | '' | wire",
                "/wire/contract | '' | wire.contract",
                "/wire/signature | \"RSA_SHA256\" | wire.signature",
                "/wire/brandId | \"acme\" | wire.brandId",
                "/bets/closesRound | '' | bets.closesRound",
                "/bets/payout | '' | bets.payout",
                "/replies/codes/INVALID_GAME | '' | replies.codes.INVALID_GAME",
                "/replies/codes/INTERNAL | {\"code\": \"X\", \"status\": 422} | replies.codes.INTERNAL",
                "/replies/retry | '' | replies.retry",
                "/bounds/callbacksPerSecond | 0 | bounds.callbacksPerSecond",
                "/version | '' | version"
            })
    void refusesAProfileThatIsIncompleteOrContradictsItself(String pointer, String value, String member) {
        ObjectNode profile = profileOf("generic");
        profile.put("version", 9);
        set(profile, pointer, value);
        Answer refused = admin("/admin/v1/providers/generic/profiles", profile.toString());
        refused.refused(422, "PROFILE_INVALID");
        assertThat(refused.text("detail")).startsWith("'" + member + "'");
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        ObjectNode profile = profileOf("generic");
        profile.put("colour", "red");
        admin("/admin/v1/providers/generic/profiles", profile.toString()).refused(400, "INVALID_REQUEST");
        ObjectNode contract = profileOf("generic");
        set(contract, "/wire/contract", "\"SOAP\"");
        admin("/admin/v1/providers/generic/profiles", contract.toString()).refused(400, "INVALID_REQUEST");
        ObjectNode silent = profileOf("generic");
        silent.remove("reason");
        admin("/admin/v1/providers/generic/profiles", silent.toString()).refused(400, "INVALID_REQUEST");
        admin("/admin/v1/providers/nobody/profiles", profileOf("generic").toString())
                .refused(404, "PROVIDER_NOT_FOUND");
        admin("/admin/v1/providers/generic/profiles/7/activate", "{\"reason\": \"x\"}")
                .refused(404, "PROFILE_NOT_FOUND");
        ObjectNode changed = profileOf("generic");
        set(changed, "/bets/winsAfterClose", "true");
        admin("/admin/v1/providers/generic/profiles", changed.toString()).refused(409, "VERSION_IMMUTABLE");
        put(
                        "/admin/v1/providers/generic/secret",
                        "{\"kind\": \"HMAC_SHA256\", \"secret\": \"short\", \"reason\": \"x\"}")
                .refused(400, "INVALID_REQUEST");
        put(
                        "/admin/v1/providers/generic/secret",
                        "{\"kind\": \"RSA_SHA256\", \"secret\": \"no pem\", \"reason\": \"x\"}")
                .refused(400, "INVALID_REQUEST");
        admin("/admin/v1/brands", "{\"brandId\": \"b\", \"currencies\": [\"ZZZ\"], \"reason\": \"x\"}")
                .refused(400, "INVALID_REQUEST");
        admin("/admin/v1/brands", "{\"brandId\": \"acme\", \"currencies\": [\"KRW\"], \"reason\": \"x\"}")
                .refused(422, "CURRENCY_MISMATCH");
    }

    @Test
    void aProviderBehavesByTheVersionThatIsActive() throws Exception {
        connect(
                "third",
                Map.of(
                        "/replies/unknownBetRollback", "\"REFUSAL\"",
                        "/replies/codes/INSUFFICIENT_FUNDS", "{\"code\": \"NO_MONEY\", \"status\": 402}",
                        "/bets/winsAfterClose", "true",
                        "/wire/paths/BET", "[\"debit\"]"));
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        call("third", "bet", bet("b1", 100)).refused(404, "NOT_FOUND");
        call("third", "debit", bet("b1", 100)).ok();
        call("third", "debit", bet("b2", 5_000)).refused(402, "NO_MONEY");
        call("third", "rollback", bet("b3", 100)).refused(404, "BET_NOT_FOUND");
        call("third", "debit", bet("b3", 100)).refused(409, "ALREADY_ROLLED_BACK");
        call("third", "win", bet("b1", 70)).ok();
        call("third", "win", bet("b1", 70).replace("-b1\", \"amount\"", "-w2\", \"amount\""))
                .ok();
        player.has("SPORTS_NORMAL 1040");
        ObjectNode second = profileOf("third");
        second.put("version", 2);
        set(second, "/replies/codes/INSUFFICIENT_FUNDS", "{\"code\": \"POOR\", \"status\": 422}");
        admin("/admin/v1/providers/third/profiles", second.toString()).ok();
        admin("/admin/v1/providers/third/profiles/2/activate", "{\"reason\": \"new codes\"}")
                .ok();
        await().atMost(PATIENCE)
                .untilAsserted(() -> call("third", "debit", bet("b2", 5_000)).refused(422, "POOR"));
    }

    @Test
    void aSessionIsNeededWhereTheProfileSaysSo() throws Exception {
        connect("strict", Map.of("/bets/requiresSession", "true"));
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        call("strict", "bet", bet("b1", 100)).refused(422, "TOKEN_INVALID");
        String token = player.post("/v2/game-sessions", player.key(), """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "strict", "expiresAt": "%s"}\
            """.formatted(
                                player.id, Instant.now().plusSeconds(600)))
                .ok()
                .text("token");
        call("strict", "bet", bet("b1", 100).replace("{\"brandId\"", "{\"token\": \"" + token + "\", \"brandId\""))
                .ok();
        call("strict", "win", bet("b1", 150)).ok();
        player.has("SPORTS_NORMAL 1050");
    }

    @Test
    void aFloodOfOneProviderIsTurnedAwayAndSlowsNoOther() throws Exception {
        connect("loud", Map.of("/bounds/callbacksPerSecond", "5", "/bounds/concurrentCallbacks", "2"));
        connect("calm", Map.of());
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            Answer answer = call("loud", "bet", i % 2 == 0 ? "nonsense" : bet("l" + i, 1));
            if (answer.status() == 429) {
                answer.refused(429, "TOO_MANY_REQUESTS");
                refused++;
            }
            call("calm", "balance", bet("x", 1)).ok();
        }
        assertThat(refused).isPositive();
        call("calm", "bet", bet("c1", 1)).ok();
    }

    @Test
    void unsignedCallsUseNothingOfTheProvidersShareUp() throws Exception {
        connect("small", Map.of("/bounds/callbacksPerSecond", "1"));
        StandInProvider somebody = new StandInProvider(server, "small");
        for (int i = 0; i < 20; i++) {
            somebody.send("balance", bet("x", 1), Map.of()).refused(401, "BAD_SIGNATURE");
        }
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        await().atMost(PATIENCE)
                .untilAsserted(() -> call("small", "balance", bet("x", 1)).ok());
    }
}
