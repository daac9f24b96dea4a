package io.carat.core.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketDebited;
import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.HoldTaken;
import io.carat.core.bucket.BucketEvent.LateConversionCounted;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.PolicyRef;
import io.carat.core.rolling.Attribution;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.TopologyRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bucket's history: what follows is applied, what does not is refused rather than ignored. */
class BucketStateTest {

    private static final BucketKey KEY = new BucketKey("acme", "p", "KRW", "T", "BONUS");
    private static final String ID = KEY.bucketId();
    private static final TopologyRef TOPOLOGY = new TopologyRef("T", 1);
    private static final BucketOpened OPENED = new BucketOpened(ID, KEY, BucketRole.BONUS, TOPOLOGY);
    private static final RequirementTerms TERMS = new RequirementTerms(
            "r1",
            RequirementKind.BONUS,
            "bonus-1",
            1,
            100,
            1_000,
            10_000,
            1_000,
            Map.of("SLOTS", Contribution.of(10_000)),
            TOPOLOGY,
            new PolicyRef("P", 1));
    private static final BucketCredited CREDITED = new BucketCredited(
            ID, posting(1, 1_000, 0, 1_000, 0), TERMS, new BonusTerms("bonus-1", 1_000, 900L, 5_000L));
    private static final FundsHeld HELD = new FundsHeld(ID, posting(2, 600, 1_000, 400, 600));

    @Test
    void followsItsPostings() {
        BucketState state = after(OPENED, CREDITED, HELD, new HoldReturned(ID, posting(3, 100, 400, 500, 500)));
        state = BucketState.evolve(state, new HoldTaken(ID, posting(4, 500, 500, 500, 0)));
        state = BucketState.evolve(state, new BucketDebited(ID, posting(5, 200, 500, 300, 0)));
        assertThat(state.availableMinor()).isEqualTo(300);
        assertThat(state.heldMinor()).isZero();
        assertThat(state.entry()).isEqualTo(5);
        assertThat(state.isCovered()).isTrue();
    }

    @Test
    void followsItsRequirementAndItsBonus() {
        BucketState state = after(
                OPENED,
                CREDITED,
                new RequirementActivated(ID, "r1"),
                new StakeAttributed(ID, "bet", new Attribution("r1", 10_000, 400, 400), 400),
                new StakeAttributed(ID, "bet", new Attribution("r1", 10_000, 600, 600), 1_000),
                new RequirementCompleted(ID, "r1", CompletionReason.FULFILLED),
                new BonusEnded(ID, "bonus-1", CompletionReason.FULFILLED, 500),
                new LateConversionCounted(ID, "bonus-1", 300));
        assertThat(state.isCovered()).isFalse();
        assertThat(state.activeBonus()).isNull();
        assertThat(state.endedBonuses())
                .containsEntry("bonus-1", new EndedBonus(CompletionReason.FULFILLED, 900L, 800));
    }

    @Test
    void converts() {
        assertThat(new EndedBonus(CompletionReason.FULFILLED, 900L, 800).convertibleMinor(500))
                .isEqualTo(100);
        assertThat(new EndedBonus(CompletionReason.FULFILLED, 900L, 100).convertibleMinor(500))
                .isEqualTo(500);
        assertThat(new EndedBonus(CompletionReason.FULFILLED, null, 100).convertibleMinor(500))
                .isEqualTo(500);
        assertThat(new EndedBonus(CompletionReason.LOW_BALANCE, null, 0).convertibleMinor(500))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesWhatDoesNotFollow(BucketEvent event) {
        BucketState state = after(OPENED, CREDITED, HELD);
        assertThatIllegalStateException().isThrownBy(() -> BucketState.evolve(state, event));
    }

    static List<BucketEvent> impossible() {
        return List.of(
                OPENED,
                new BucketCredited(ID, posting(2, 100, 400, 500, 600), null, null),
                new BucketCredited(ID, posting(4, 100, 400, 500, 600), null, null),
                new BucketCredited(ID, posting(3, 100, 399, 499, 600), null, null),
                new BucketCredited(ID, posting(3, 100, 400, 501, 600), null, null),
                new BucketCredited(ID, posting(3, 100, 400, 500, 601), null, null),
                new BucketDebited(ID, posting(3, 401, 400, -1, 600)),
                new FundsHeld(ID, posting(3, 401, 400, -1, 1_001)),
                new HoldReturned(ID, posting(3, 601, 400, 1_001, -1)),
                new HoldTaken(ID, posting(3, 601, 400, 400, -1)),
                new RequirementActivated(ID, "r2"),
                new RequirementCompleted(ID, "r2", CompletionReason.FULFILLED),
                new StakeAttributed(ID, "bet", new Attribution("r2", 10_000, 1, 1), 1),
                new StakeAttributed(ID, "bet", new Attribution("r1", 10_000, 1, 1), 2),
                new StakeAttributed(ID, "bet", new Attribution("r1", 10_000, 1_001, 1_001), 1_001),
                new BonusEnded(ID, "bonus-2", CompletionReason.FULFILLED, 0),
                new LateConversionCounted(ID, "bonus-1", 1));
    }

    @Test
    void keepsWhatWasWageredBeyondWhatACorrectionLeftOfARequirement() {
        BucketState state = after(
                OPENED,
                CREDITED,
                new StakeAttributed(ID, "bet", new Attribution("r1", 10_000, 400, 400), 400),
                new RequirementRecalculated(ID, "r1", 100, 100),
                new RequirementCompleted(ID, "r1", CompletionReason.FULFILLED));
        assertThat(state.surplusMinor("r1")).isEqualTo(300);
        assertThat(state.surplusMinor("r2")).isZero();
        BucketState less = BucketState.evolve(state, new AttributionReversed(ID, "bet", "r1", 200, 100));
        assertThat(less.surplusMinor("r1")).isEqualTo(100);
        assertThatIllegalStateException()
                .isThrownBy(() -> BucketState.evolve(less, new AttributionReversed(ID, "bet", "r1", 200, -100)));
        assertThatIllegalStateException()
                .isThrownBy(() -> BucketState.evolve(less, new AttributionReversed(ID, "bet", "r1", 50, 0)));
    }

    @Test
    void refusesAnythingBeforeItIsOpened() {
        assertThatIllegalStateException().isThrownBy(() -> BucketState.evolve(null, CREDITED));
    }

    private static BucketState after(BucketEvent... events) {
        @Nullable BucketState state = null;
        for (BucketEvent event : events) {
            state = BucketState.evolve(state, event);
        }
        if (state == null) {
            throw new IllegalArgumentException("no events");
        }
        return state;
    }

    private static Posting posting(
            long entry, long amountMinor, long availableBeforeMinor, long availableAfterMinor, long heldAfterMinor) {
        return new Posting(
                entry,
                "journal",
                PostingReason.DEPOSIT,
                "from",
                "to",
                amountMinor,
                availableBeforeMinor,
                availableAfterMinor,
                heldAfterMinor,
                "reference",
                null);
    }
}
