package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.api.http.LedgerCommands;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing crosses brands (rule book §0): what is another brand's is out of reach or unknown. */
class TenancyTest {

    private static final String MONEY = """
        {"brandId": "%s", "playerId": "%s", "currency": "KRW", "amount": 1000%s}\
        """;

    private final RunningServer server = RunningServer.split();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String player = "p-" + run;
    private final String key = "key-" + run;
    private Wire acme = Wire.as(server, "operator");
    private Wire other = acme;

    @BeforeEach
    void aSecondBrandWithItsOwnToken() {
        server.bean(LedgerCommands.class).send(new DefineBrand("bolt", List.of("KRW"), "Europe/Malta"));
        other = tokenOf("bolt", "OPERATOR");
    }

    @Test
    void whatNamesAnotherBrandIsOutOfReach() {
        deposit(acme, "acme").ok();
        String bet = bet(acme, "acme").ok().text("authorizationId");

        deposit(other, "acme").refused(403, "FORBIDDEN");
        bet(other, "acme").refused(403, "FORBIDDEN");
        withdraw(other, "acme").refused(403, "FORBIDDEN");
        other.post("/v2/bonuses", MONEY.formatted("acme", player, ", \"bucket\": \"SPORTS_BONUS\""))
                .refused(403, "FORBIDDEN");
        other.post("/v2/rollbacks", """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "generic", "betId": "b-%s",
             "transactionId": "r1"}\
            """.formatted(player, run)).refused(403, "FORBIDDEN");
        for (String path : List.of(
                "/v2/wallets/acme/" + player + "?currency=KRW",
                "/v2/wallets/acme/" + player + "/ledger",
                "/v2/wallets/acme/" + player + "/rolling/r-1",
                "/admin/v1/players/acme/" + player,
                "/admin/v1/brands/acme",
                "/admin/v1/holds?brandId=acme")) {
            other.get(path).refused(403, "FORBIDDEN");
        }
        String transfer = MONEY.formatted("acme", player, ", \"from\": \"SPORTS_NORMAL\", \"to\": \"CASINO_NORMAL\"");
        other.post("/v2/transfers", transfer).refused(403, "FORBIDDEN");
        for (String alias : List.of("sports-to-casino", "casino-to-sports")) {
            other.post("/v2/transfers/" + alias, MONEY.formatted("acme", player, ""))
                    .refused(403, "FORBIDDEN");
        }
        other.post("/v2/wins", """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "generic", "campaignId": "c",
             "transactionId": "w1", "payout": 1}\
            """.formatted(player)).refused(403, "FORBIDDEN");
        other.post("/v2/points/credits", """
            {"brandId": "acme", "playerId": "%s", "amount": 1, "reason": "x"}\
            """.formatted(player)).refused(403, "FORBIDDEN");
        other.post("/v2/points/transfers", """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "to": "SPORTS_NORMAL", "points": 1}\
            """.formatted(player)).refused(403, "FORBIDDEN");
        other.get("/v2/points/acme/" + player).refused(403, "FORBIDDEN");
        String why = "{\"reason\": \"x\"}";
        other.post("/admin/v1/players/acme/" + player + "/freeze", why).refused(403, "FORBIDDEN");
        other.post("/admin/v1/players/acme/" + player + "/exclude", why).refused(403, "FORBIDDEN");
        other.post(
                        "/admin/v1/players/acme/" + player + "/limits",
                        "{\"owner\": \"PLAYER\", \"currency\": \"KRW\", \"reason\": \"x\"}")
                .refused(403, "FORBIDDEN");
        Wire ops = tokenOf("bolt", "OPS");
        ops.post("/admin/v1/players/acme/" + player + "/unfreeze", why).refused(403, "FORBIDDEN");
        ops.post("/admin/v1/brands/acme/suspend", why).refused(403, "FORBIDDEN");
        ops.post("/admin/v1/brands/acme/resume", why).refused(403, "FORBIDDEN");
        ops.post("/admin/v1/brands/acme/limits", "{\"currency\": \"KRW\", \"reason\": \"x\"}")
                .refused(403, "FORBIDDEN");
        Wire finance = tokenOf("bolt", "FINANCE");
        finance.get("/admin/v1/payments/statements/acme/s1").refused(403, "FORBIDDEN");
        finance.post("/admin/v1/loyalty/points/restores", """
            {"brandId": "acme", "playerId": "%s", "expiryId": "e", "points": 1, "expiresAt": "2090-01-01", "reason": "x"}\
            """.formatted(player)).refused(403, "FORBIDDEN");
        ops.post("/admin/v1/loyalty/points/expiries", "{\"brandId\": \"acme\", \"playerId\": \"%s\"}".formatted(player))
                .refused(403, "FORBIDDEN");
        settle(acme, bet, "t1").ok();
    }

    @Test
    void anAdminOfOneBrandDecidesNothingForEveryBrand() {
        Wire admin = tokenOf("bolt", "ADMIN");
        String why = "\"reason\": \"x\"}";
        admin.post("/admin/v1/providers", "{\"providerId\": \"mine\", " + why).refused(403, "FORBIDDEN");
        admin.post("/admin/v1/games", "{\"providerId\": \"generic\", \"gameId\": \"g\", \"product\": \"SLOTS\", " + why)
                .refused(403, "FORBIDDEN");
        admin.post("/admin/v1/providers/generic/profiles/1/activate", "{" + why).refused(403, "FORBIDDEN");
        admin.post("/admin/v1/topologies/MINE/versions", "{\"topology\": " + PokerTopology.CONTENT + ", " + why)
                .refused(403, "FORBIDDEN");
        admin.post("/admin/v1/topologies/RUBY_UNIFIED_V1/versions/1/activate", "{" + why)
                .refused(403, "FORBIDDEN");
        admin.post("/admin/v1/policies/SPORTS/versions/1/activate", "{" + why).refused(403, "FORBIDDEN");
        admin.post("/admin/v1/brands", "{\"brandId\": \"acme\", \"currencies\": [\"KRW\"], \"zone\": \"UTC\", " + why)
                .refused(403, "FORBIDDEN");
        assertThat(admin.get("/admin/v1/brands").ok().body().get("brands").findValuesAsString("brandId"))
                .allMatch("bolt"::equals);
    }

    @Test
    void idsOfAnotherBrandAreAsUnknown() {
        deposit(acme, "acme").ok();
        String bet = bet(acme, "acme").ok().text("authorizationId");
        settle(other, bet, "t1").refused(404, "BET_NOT_FOUND");
        other.post("/v2/bets/" + bet + "/rollback", "{\"transactionId\": \"t1\"}")
                .refused(404, "BET_NOT_FOUND");
        other.post("/v2/bets/" + bet + "/void", "{\"transactionId\": \"t1\"}").refused(404, "BET_NOT_FOUND");
        other.post("/v2/bets/" + bet + "/cashout", "{\"transactionId\": \"t1\", \"closedStake\": 1, \"price\": 1}")
                .refused(404, "BET_NOT_FOUND");
        other.post("/v2/bets/" + bet + "/correct", "{\"transactionId\": \"t1\", \"payout\": 1}")
                .refused(404, "BET_NOT_FOUND");
        settle(acme, bet, "t1").ok();

        String bonus = acme.post("/v2/bonuses", MONEY.formatted("acme", player, ", \"bucket\": \"CASINO_BONUS\""))
                .ok()
                .text("bonusId");
        other.get("/v2/bonuses/" + bonus).refused(404, "BONUS_NOT_FOUND");
        other.post("/v2/bonuses/" + bonus + "/cancel", "{\"reason\": \"x\"}").refused(404, "BONUS_NOT_FOUND");
        acme.get("/v2/bonuses/" + bonus).ok();
        deposit(acme, "acme", "moved-" + run).ok();
        String transfer = acme.post("/v2/transfers/sports-to-casino", MONEY.formatted("acme", player, ""))
                .ok()
                .text("transferId");
        other.get("/v2/transfers/" + transfer).refused(404, "TRANSFER_NOT_FOUND");
        acme.get("/v2/transfers/" + transfer).ok();

        String withdrawal = withdraw(acme, "acme").ok().text("withdrawalId");
        other.get("/v2/withdrawals/" + withdrawal).refused(404, "WITHDRAWAL_NOT_FOUND");
        for (String step : List.of("approve", "pay", "paid", "fail", "reject", "cancel")) {
            other.post("/v2/withdrawals/" + withdrawal + "/" + step, "{}").refused(404, "WITHDRAWAL_NOT_FOUND");
        }
        acme.get("/v2/withdrawals/" + withdrawal).ok();
    }

    @Test
    void theSameNamesInTwoBrandsAreTwoThings() {
        Answer here = deposit(acme, "acme").ok();
        Answer there = deposit(other, "bolt").ok();
        assertThat(there.replayed()).isFalse();
        assertThat(there.text("depositId")).isNotEqualTo(here.text("depositId"));
        String betHere = bet(acme, "acme").ok().text("authorizationId");
        Answer betThere = bet(other, "bolt").ok();
        assertThat(betThere.text("authorizationId")).isNotEqualTo(betHere);
        settle(acme, betHere, "t1").ok();
        assertThat(settle(other, betThere.text("authorizationId"), "t1").ok().replayed())
                .isFalse();

        acme.post("/admin/v1/players/acme/" + player + "/freeze", "{\"reason\": \"x\"}")
                .ok();
        deposit(acme, "acme", "second-" + run).refused(422, "PLAYER_FROZEN");
        deposit(other, "bolt", "second-" + run).ok();
    }

    @Test
    void aSuspensionIsOfOneBrand() {
        Wire ops = tokenOf("bolt", "OPS");
        ops.post("/admin/v1/brands/bolt/suspend", "{\"reason\": \"x\"}").ok();
        try {
            deposit(other, "bolt").refused(503, "MAINTENANCE");
            deposit(acme, "acme").ok();
        } finally {
            ops.post("/admin/v1/brands/bolt/resume", "{\"reason\": \"x\"}").ok();
        }
        deposit(other, "bolt").ok();
    }

    private Wire tokenOf(String brandId, String role) {
        Answer issued = Wire.as(server, "admin")
                .post(
                        "/admin/v1/tokens",
                        "{\"name\": \"%s-%s\", \"role\": \"%s\", \"brandId\": \"%s\"}"
                                .formatted(role, UUID.randomUUID(), role, brandId));
        assertThat(issued.status()).as("%s", issued.body()).isEqualTo(201);
        return new Wire(server, issued.text("token"));
    }

    private Answer deposit(Wire caller, String brandId) {
        return deposit(caller, brandId, "pay-" + run);
    }

    private Answer deposit(Wire caller, String brandId, String paymentRef) {
        return caller.post(
                "/v2/deposits",
                key + paymentRef,
                MONEY.formatted(
                        brandId, player, ", \"target\": \"SPORTS_NORMAL\", \"paymentRef\": \"" + paymentRef + "\""));
    }

    private Answer bet(Wire caller, String brandId) {
        return caller.post("/v2/bets/authorize", key + "b", """
            {"brandId": "%s", "playerId": "%s", "providerId": "generic", "gameId": "sports-1", "betId": "b-%s",
             "roundId": "r", "stake": 1000, "currency": "KRW"}\
            """.formatted(brandId, player, run));
    }

    private Answer settle(Wire caller, String bet, String transactionId) {
        return caller.post(
                "/v2/bets/" + bet + "/settle",
                "{\"transactionId\": \"%s-%s\", \"payout\": 1000}".formatted(transactionId, run));
    }

    private Answer withdraw(Wire caller, String brandId) {
        return caller.post("/v2/withdrawals", MONEY.formatted(brandId, player, ""));
    }
}
