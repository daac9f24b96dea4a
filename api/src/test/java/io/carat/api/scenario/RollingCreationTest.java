package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.core.bucket.ActivateRequirement;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A requirement whose activation fails is seen, counted, covers its money meanwhile, and is active in the end (§4). */
class RollingCreationTest {

    private static final Pattern FAILURES =
            Pattern.compile("^wallet_rolling_creation_failures_total ([0-9.E]+)$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningServer server = RunningServer.split();
    private final Registration breakdown = server.bean(CommandBus.class)
            .registerHandlerInterceptor((unitOfWork, chain) -> {
                if (unitOfWork.getMessage().getPayload() instanceof ActivateRequirement) {
                    throw new IllegalStateException("Activation is broken");
                }
                return chain.proceed();
            });

    @AfterEach
    void mend() {
        breakdown.cancel();
    }

    @Test
    void isParkedAndCountedAndCoversItsMoneyAndIsActiveInTheEnd() {
        double failuresBefore = failures();
        Player player = new Player(server);
        String requirementId = deposit(player, 10_000);

        await().atMost(PATIENCE).until(() -> parked(requirementId).equals(List.of("Activation is broken")));
        assertThat(failures()).isGreaterThanOrEqualTo(failuresBefore + 1);
        assertThat(status(player)).isEqualTo("PENDING");
        Answer bet = player.bet("b1", "sports-1", 4_000).ok();
        player.settle(bet, "t1", 4_000).ok();
        player.has("SPORTS_NORMAL 10000");
        assertThat(player.rolling()).isEqualTo("SPORTS_NORMAL 4000/10000");
        assertThat(status(player)).isEqualTo("PENDING");

        mend();
        await().atMost(PATIENCE).until(() -> status(player).equals("ACTIVE"));
        await().atMost(PATIENCE).until(() -> parked(requirementId).isEmpty());
        assertThat(player.rolling()).isEqualTo("SPORTS_NORMAL 4000/10000");
    }

    @Test
    void isSettledWhenTheRequirementIsOverBeforeItWasEverActive() {
        Player player = new Player(server);
        String requirementId = deposit(player, 1_000);
        await().atMost(PATIENCE).until(() -> !parked(requirementId).isEmpty());

        Answer bet = player.bet("b1", "sports-1", 1_000).ok();
        player.settle(bet, "t1", 1_000).ok();
        player.has("WITHDRAWABLE 1000");
        await().atMost(PATIENCE).until(() -> parked(requirementId).isEmpty());
        assertThat(player.rolling()).isEmpty();
    }

    private static String deposit(Player player, long amount) {
        Answer deposit = player.deposit("SPORTS_NORMAL", amount).ok();
        return deposit.body().at("/requirement/requirementId").asString();
    }

    private static String status(Player player) {
        JsonNode rolling = player.get("/v2/wallets/acme/" + player.id + "?currency=KRW")
                .body()
                .get("rolling");
        return rolling.get(0).get("status").asString();
    }

    private List<String> parked(String requirementId) {
        return JdbcClient.create(server.bean(DataSource.class))
                .sql("SELECT cause FROM saga_parked WHERE saga = 'rolling-creation' AND saga_key = :id")
                .param("id", requirementId)
                .query((row, number) -> row.getString(1).replaceFirst("^.*Exception: ", ""))
                .list();
    }

    private double failures() {
        Matcher sample =
                FAILURES.matcher(server.bean(PrometheusMeterRegistry.class).scrape());
        assertThat(sample.find()).isTrue();
        return Double.parseDouble(sample.group(1));
    }
}
