package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published document describes what the server takes and answers. */
class OpenApiTest {

    private final JsonNode document =
            new Player(RunningServer.split()).get("/v3/api-docs").ok().body();

    @Test
    void everyReferenceIsDefined() {
        Set<String> references = new TreeSet<>();
        document.findValues("$ref").forEach(reference -> references.add(reference.asString()));
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void moneyCommandsTakeAKeyAndAnswerWithAPosition() {
        for (String path : List.of(
                "/v2/deposits",
                "/v2/bets/authorize",
                "/v2/bonuses",
                "/v2/withdrawals",
                "/v2/wins",
                "/v2/transfers",
                "/v2/transfers/sports-to-casino",
                "/v2/transfers/casino-to-sports",
                "/v2/coupons/campaigns")) {
            JsonNode operation = document.get("paths").get(path).get("post");
            assertThat(operation.at("/parameters/0/name").asString()).isEqualTo("Idempotency-Key");
            assertThat(operation
                            .at("/responses/200/content/application~1json/schema/properties/position/type")
                            .asString())
                    .as(path)
                    .isEqualTo("integer");
            assertThat(operation.at("/responses").propertyNames())
                    .contains("200", "400", "401", "403", "404", "409", "422", "503");
        }
    }

    @Test
    void aSignedCallbackNeedsNoTokenAndSaysItsShape() {
        JsonNode callback =
                document.get("paths").get("/payments/{providerId}/callbacks").get("post");
        assertThat(callback.get("security").isEmpty()).isTrue();
        assertThat(callback.at("/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/PayoutMessage");
        assertThat(callback.at("/responses").propertyNames()).contains("200", "401", "404", "409");
    }

    @Test
    void publishesTheGenericContractOfProviders() {
        for (String operation : List.of("bet", "win", "rollback", "balance")) {
            JsonNode callback = document.get("paths")
                    .get("/providers/{providerId}/" + operation)
                    .get("post");
            assertThat(callback.get("security").isEmpty()).isTrue();
            assertThat(callback.get("parameters").findValuesAsString("name")).contains("X-Signature");
            assertThat(callback.at("/responses").propertyNames()).contains("200");
        }
        assertThat(document.at("/components/schemas/BetCallback/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        "brandId", "playerId", "currency", "betId", "roundId", "gameId", "transactionId", "amount");
        assertThat(document.get("paths").propertyNames())
                .contains("/v2/game-sessions", "/admin/v1/providers/{providerId}/profiles")
                .doesNotContain("/providers/{providerId}/{path}");
    }

    @Test
    void saysWhichMembersMayBeLeftOut() {
        assertThat(document.at("/components/schemas/AuthorizeRequest/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        "brandId", "playerId", "providerId", "gameId", "betId", "roundId", "stake", "currency");
    }
}
