package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.core.testing.TestDatabase;
import io.carat.projection.ProcessorLag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A payment provider's statement against the ledger, on a server that has nobody else's payments. */
class StatementTest {

    private static final String PATH = "/admin/v1/payments/statements";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final Instant from = Instant.now().minus(Duration.ofHours(1));
    private final Instant to = from.plus(Duration.ofHours(2));

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.node(DATABASE, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    @Test
    void findsEveryDifferenceAndMovesNothing() {
        Player player = new Player(server);
        player.deposit("SPORTS_NORMAL", 10_000, player.id + "-known", player.key())
                .ok();
        Answer lost = player.deposit("SPORTS_NORMAL", 2_000, player.id + "-lost", player.key())
                .ok();
        Answer bet = player.bet("b1", "sports-1", 12_000).ok();
        player.settle(bet, "t1", 12_000).ok();
        Answer paid = withdrawn(player, 4_000, "paid");
        Answer other = withdrawn(player, 1_000, "paid");
        Answer failed = withdrawn(player, 500, "fail");
        caughtUp();
        String balances = player.balances();

        String body = statement(
                "day-" + player.id,
                line(player.id + "-known", "DEPOSIT", 10_000, "PAID"),
                line(player.id + "-unheard", "DEPOSIT", 700, "PAID"),
                line(paid.text("withdrawalId"), "PAYOUT", 4_000, "PAID"),
                line(other.text("withdrawalId"), "PAYOUT", 1_001, "PAID"),
                line(failed.text("withdrawalId"), "PAYOUT", 500, "DECLINED"));
        Answer report = post(player, body).ok();

        assertThat(report.number("lines")).isEqualTo(5);
        assertThat(report.number("matched")).isEqualTo(3);
        assertThat(report.body().get("agrees").asBoolean()).isFalse();
        assertThat(references(report, "missingInLedger", "reference")).containsExactly(player.id + "-unheard");
        assertThat(references(report, "missingAtProvider", "ledgerId")).containsExactly(lost.text("depositId"));
        assertThat(references(report, "amountDiffers", "reference")).containsExactly(other.text("withdrawalId"));
        assertThat(references(report, "paidTwice", "reference")).isEmpty();
        assertThat(report.number("position")).isPositive();
        player.has(balances);

        post(player, body).ok().replays(report);
        assertThat(read(player, "finance", "day-" + player.id).ok().body()).isEqualTo(report.body());
        post(player, statement("day-" + player.id)).refused(422, "IDEMPOTENCY_MISMATCH");

        Answer next = post(
                        player,
                        statement("next-" + player.id, line(paid.text("withdrawalId"), "PAYOUT", 4_000, "PAID")))
                .ok();
        assertThat(references(next, "paidTwice", "reference")).containsExactly(paid.text("withdrawalId"));
        assertThat(references(next, "missingAtProvider", "ledgerId")).containsExactly(lost.text("depositId"));
    }

    @Test
    void refusesOtherRolesOtherBrandsAndNonsense() {
        Player player = new Player(server);
        for (String role : List.of("operator", "provider", "ops")) {
            player.post(PATH, role, player.key(), statement("s")).refused(403, "FORBIDDEN");
            read(player, role, "s").refused(403, "FORBIDDEN");
        }
        post(player, statement("s").replace("\"acme\"", "\"other\"")).refused(403, "FORBIDDEN");
        read(player, "finance", "never").refused(404, "STATEMENT_NOT_FOUND");
        post(player, statement("s", line("w", "PAYOUT", 0, "PAID"))).refused(422, "AMOUNT_INVALID");
        post(player, statement("s", line("w", "REFUND", 1, "PAID"))).refused(400, "INVALID_REQUEST");
        post(player, statement("s", line("w", "PAYOUT", 1, "LOST"))).refused(400, "INVALID_REQUEST");
        post(player, statement("s", "null")).refused(400, "INVALID_REQUEST");
        post(player, statement("s").replace(from.toString(), "yesterday")).refused(400, "INVALID_REQUEST");
        post(player, "{\"brandId\": \"acme\"}").refused(400, "INVALID_REQUEST");
    }

    @Test
    void takesALargeStatementAndRefusesAHugeOne() {
        Player player = new Player(server);
        List<String> lines =
                new ArrayList<>(Collections.nCopies(20_000, line("nobody-" + player.id, "DEPOSIT", 1, "DECLINED")));
        Answer report = post(player, statement("large-" + player.id, lines.toArray(String[]::new)))
                .ok();
        assertThat(report.number("matched")).isEqualTo(20_000);
        lines.add(lines.getFirst());
        post(player, statement("larger-" + player.id, lines.toArray(String[]::new)))
                .refused(400, "INVALID_REQUEST");
        post(player, " ".repeat(4 * 1024 * 1024 + 1)).refused(413, "BODY_TOO_LARGE");
    }

    private static Answer withdrawn(Player player, long amount, String end) {
        Answer withdrawal = player.withdraw(amount).ok();
        for (String step : List.of("approve", "pay", end)) {
            player.move(withdrawal, step).ok();
        }
        return withdrawal;
    }

    private static void caughtUp() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.bean(ProcessorLag.class).of("wallet-ledger") == 0);
    }

    private static List<String> references(Answer report, String differences, String member) {
        return report.body()
                .get(differences)
                .get("items")
                .valueStream()
                .map(item -> item.get(member).asString())
                .toList();
    }

    private static Answer post(Player player, String body) {
        return player.post(PATH, "finance", UUID.randomUUID().toString(), body);
    }

    private static Answer read(Player player, String role, String statementId) {
        return player.get(PATH + "/acme/" + statementId, role);
    }

    private String statement(String id, String... lines) {
        return """
            {"brandId": "acme", "statementId": "%s", "from": "%s", "to": "%s", "lines": [%s]}\
            """.formatted(id, from, to, String.join(",", lines));
    }

    private String line(String reference, String kind, long amount, String status) {
        return """
            {"reference": "%s", "kind": "%s", "amount": %d, "currency": "KRW", "bookedAt": "%s", "status": "%s"}\
            """.formatted(reference, kind, amount, from, status);
    }
}
