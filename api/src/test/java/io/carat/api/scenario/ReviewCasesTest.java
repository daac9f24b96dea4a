package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A void that asks for released money to be wagered again is seen and closed by people. */
class ReviewCasesTest {

    private final Player player = new Player(RunningServer.split());

    private void voidAReleasedBet() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        player.settle(bet, "t1", 25_000).ok();
        player.voidBet(bet, "v1").ok();
        assertThat(player.rolling()).isEqualTo("SPORTS_NORMAL 0/10000");
    }

    /** The player's open items, over as many pages as there are. */
    private List<JsonNode> open() {
        List<JsonNode> mine = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = player.get("/admin/v1/reviews?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok();
            page.body().get("items").forEach(item -> {
                if (item.get("playerId").asString().equals(player.id)) {
                    mine.add(item);
                }
            });
            cursor = page.text("nextCursor");
        } while (!cursor.isEmpty());
        return mine;
    }

    private JsonNode opened() {
        await().atMost(Duration.ofSeconds(20)).until(() -> open().size() == 1);
        return open().getFirst();
    }

    private Answer close(String role, String reviewId, String body) {
        return player.post("/admin/v1/reviews/" + reviewId + "/close", role, player.key(), body);
    }

    @Test
    void anItemIsListedUntilItIsClosed() {
        voidAReleasedBet();
        JsonNode item = opened();
        assertThat(item.get("kind").asString()).isEqualTo("CORRECTION_REQUIREMENT");
        assertThat(item.get("required").asLong()).isEqualTo(10_000);
        String id = item.get("reviewId").asString();

        close("operator", id, "{\"reason\": \"seen\"}").refused(403, "FORBIDDEN");
        close("finance", id, "{}").refused(400, "INVALID_REQUEST");
        close("finance", id, "{\"reason\": \" \"}").refused(400, "INVALID_REQUEST");
        close("finance", id, "{\"reason\": \"seen\"}").ok();
        close("finance", id, "{\"reason\": \"seen\"}").ok();
        close("finance", id, "{\"reason\": \"other\"}").refused(409, "REVIEW_CLOSED");
        await().atMost(Duration.ofSeconds(20)).until(() -> open().isEmpty());
        assertThat(player.rolling()).as("closing moves nothing").isEqualTo("SPORTS_NORMAL 0/10000");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        close("finance", "acme.review.00000000000000000000000000000000", "{\"reason\": \"seen\"}")
                .refused(404, "REVIEW_NOT_FOUND");
        player.get("/admin/v1/reviews?cursor=x").refused(400, "INVALID_REQUEST");
        player.get("/admin/v1/reviews?limit=501").refused(400, "INVALID_REQUEST");
        player.get("/admin/v1/reviews?page=1").refused(400, "INVALID_REQUEST");
        player.get("/admin/v1/reviews", "provider").refused(403, "FORBIDDEN");
    }
}
