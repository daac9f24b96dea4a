package io.carat.saga.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bonus.ExpireBonus;
import io.carat.core.bucket.BucketEvent.BonusDequeued;
import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.testing.TestDatabase;
import io.carat.core.topology.TopologyRef;
import io.carat.saga.shell.CommandDelivery;
import io.carat.saga.testing.ScriptedBus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BonusExpiryTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.fresh().migrate();
    private final ExpiringBonuses bonuses = new ExpiringBonuses(database.dataSource());
    private final BonusExpiryList list = new BonusExpiryList(bonuses);
    private final ScriptedBus bus = ScriptedBus.answering(ScriptedBus.DONE);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private static BonusGranted granted(String id, @Nullable Instant expiresAt) {
        return new BonusGranted(
                id,
                "acme",
                "p-1",
                new Money(1_000, "KRW"),
                "bucket",
                "SPORTS_BONUS",
                "requirement",
                10_000,
                null,
                expiresAt,
                null,
                new TopologyRef("T", 1),
                new PolicyRef("SPORTS", 1),
                "claim");
    }

    private static BonusExpiry at(Instant now, ExpiringBonuses bonuses, ScriptedBus bus) {
        return new BonusExpiry(bonuses, new CommandDelivery(bus), Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Object> sent() {
        return bus.sent().stream().<Object>map(CommandMessage::getPayload).toList();
    }

    @Test
    void sendsWhatIsDueLongestDueFirst() {
        list.on(granted("later", NOW));
        list.on(granted("first", NOW.minusSeconds(5)));
        list.on(granted("not yet", NOW.plusMillis(1)));
        list.on(granted("never", null));
        assertThat(bonuses.longestDue(NOW)).contains(NOW.minusSeconds(5));
        assertThat(at(NOW, bonuses, bus).run()).isEqualTo(2);
        assertThat(sent()).containsExactly(new ExpireBonus("first"), new ExpireBonus("later"));
    }

    @Test
    void leavesABonusAloneForAWhileWhateverCameOfIt() {
        ScriptedBus refusing = ScriptedBus.answering(ScriptedBus.REFUSED);
        list.on(granted("a", NOW));
        assertThat(at(NOW, bonuses, refusing).run()).isEqualTo(1);
        assertThat(at(NOW, bonuses, refusing).run()).isZero();
        Instant again = NOW.plus(BonusExpiry.RETRY_AFTER);
        assertThat(at(again, bonuses, refusing).run()).isEqualTo(1);
    }

    @Test
    void triesAtMostABatchInOneRun() {
        for (int number = 0; number <= BonusExpiry.BATCH; number++) {
            list.on(granted("b-" + number, NOW));
        }
        BonusExpiry expiry = at(NOW, bonuses, bus);
        assertThat(expiry.run()).isEqualTo(BonusExpiry.BATCH);
        assertThat(expiry.run()).isEqualTo(1);
        assertThat(expiry.run()).isZero();
    }

    @Test
    void forgetsWhatIsOverAndTakesEveryEventTwice() {
        for (int delivery = 0; delivery < 2; delivery++) {
            list.on(granted("ended", NOW));
            list.on(granted("removed", NOW));
            list.on(granted("open", NOW));
        }
        for (int delivery = 0; delivery < 2; delivery++) {
            list.on(new BonusEnded("bucket", "ended", CompletionReason.FULFILLED, 0));
            list.on(new BonusDequeued("bucket", "removed", CompletionReason.CANCELLED));
        }
        assertThat(bonuses.due(NOW, 10)).containsExactly("open");
        list.onReset();
        assertThat(bonuses.due(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
        assertThat(bonuses.longestDue(NOW)).isEmpty();
    }
}
