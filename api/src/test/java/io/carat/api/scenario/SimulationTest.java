package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.eventstore.EventPositions;
import io.carat.core.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Past bets under other rules, over HTTP; on a server of its own, whose bets are all its own. */
class SimulationTest {

    private static final RunningServer SERVER = RunningServer.node(TestDatabase.fresh(), Map.of());

    private final Player player = new Player(SERVER);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void tellsWhatACandidateWouldHaveDoneAndMovesNothing() {
        Instant begin = Instant.now();
        player.earnWithdrawable(5_000); // itself a bet of 5000 from NORMAL
        player.deposit("SPORTS_NORMAL", 4_000).ok();
        player.bet("b1", "sports-1", 6_000).ok();
        player.bet("b2", "sports-1", 60_000).refused(422, "INSUFFICIENT_FUNDS");
        player.bet("b3", "slots-1", 1_000).ok(); // CASINO's policy
        long before = SERVER.bean(EventPositions.class).headPosition();

        ObjectNode rules = rules();
        rules.withObject("/funding").put("withdrawable", "FORBIDDEN");
        JsonNode report = simulate(begin, "policy", rules).ok().body();
        assertThat(report.get("complete").asBoolean()).isTrue();
        assertThat(counts(report)).isEqualTo("3 decided, 2 unchanged, 0 otherwise, 1 refused, 0 accepted");
        assertThat(report.get("refusalsBefore").toString()).isEqualTo("{\"INSUFFICIENT_FUNDS\":1}");
        assertThat(report.get("refusalsAfter").toString()).isEqualTo("{\"INSUFFICIENT_FUNDS\":2}");
        assertThat(buckets(report))
                .containsExactly("SPORTS_NORMAL 9000 -> 5000 (-4000)", "WITHDRAWABLE 2000 -> 0 (-2000)");
        assertThat(report.at("/examples/0/refusedAfter").asString()).isEqualTo("INSUFFICIENT_FUNDS");

        JsonNode same = simulate(begin, "version", rules.numberNode(1)).ok().body();
        assertThat(counts(same)).isEqualTo("3 decided, 3 unchanged, 0 otherwise, 0 refused, 0 accepted");
        assertThat(SERVER.bean(EventPositions.class).headPosition()).isEqualTo(before);
        player.has("SPORTS_NORMAL 0+4000, WITHDRAWABLE 2000+3000");
    }

    @Test
    void stopsAtItsLimitAndSaysSo() {
        Instant begin = Instant.now();
        player.earnWithdrawable(1_000);
        player.earnWithdrawable(1_000);
        JsonNode report = player.post(
                        "/admin/v1/policies/SPORTS/simulate",
                        "finance",
                        player.key(),
                        "{\"from\": \"%s\", \"to\": \"%s\", \"version\": 1, \"limit\": 1}"
                                .formatted(begin, Instant.now().plusSeconds(60)))
                .ok()
                .body();
        assertThat(report.get("complete").asBoolean()).isFalse();
        assertThat(report.get("decisions").asLong()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotAsk() {
        Instant begin = Instant.now();
        ObjectNode broken = rules();
        broken.withObject("/funding").putArray("order").add("BONUS");
        simulate(begin, "policy", broken).refused(422, "POLICY_INVALID");
        simulate(begin, "version", broken.numberNode(77)).refused(404, "POLICY_NOT_FOUND");
        simulate(begin, "versions", broken.numberNode(1)).refused(400, "INVALID_REQUEST");
        post("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(begin, begin.plusSeconds(1)))
                .refused(400, "INVALID_REQUEST");
        post("{\"from\": \"%s\", \"to\": \"%s\", \"version\": 1}".formatted(begin, begin))
                .refused(400, "INVALID_REQUEST");
        post("{\"from\": \"%s\", \"to\": \"%s\", \"version\": 1, \"brandId\": \"other\"}"
                        .formatted(begin, begin.plusSeconds(1)))
                .refused(403, "FORBIDDEN");
    }

    private ObjectNode rules() {
        return (ObjectNode)
                player.get("/admin/v1/policies/SPORTS/versions/1").ok().body().get("policy");
    }

    private Answer simulate(Instant from, String member, JsonNode candidate) {
        return post("{\"from\": \"%s\", \"to\": \"%s\", \"%s\": %s}"
                .formatted(from, Instant.now().plusSeconds(60), member, candidate));
    }

    private Answer post(String body) {
        return player.post("/admin/v1/policies/SPORTS/simulate", "finance", player.key(), body);
    }

    private static String counts(JsonNode report) {
        return "%s decided, %s unchanged, %s otherwise, %s refused, %s accepted"
                .formatted(
                        report.get("decisions"),
                        report.get("unchanged"),
                        report.get("fundedOtherwise"),
                        report.get("refusedInstead"),
                        report.get("acceptedInstead"));
    }

    private static List<String> buckets(JsonNode report) {
        List<String> lines = new ArrayList<>();
        report.at("/currencies/0/buckets")
                .forEach(bucket -> lines.add(bucket.get("bucket").asString() + " " + bucket.get("before") + " -> "
                        + bucket.get("after") + " (" + bucket.get("difference") + ")"));
        return lines;
    }
}
