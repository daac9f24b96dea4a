package io.carat.core.bucket;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.testing.LedgerScenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bucket's shell and its handler on Axon's fixture. */
class RequirementActivationFixtureTest {

    private final AggregateTestFixture<WalletBucket> fixture = new AggregateTestFixture<>(WalletBucket.class);
    private final List<BucketEvent> deposited = deposited();
    private final String bucketId = deposited.getFirst().bucketId();
    private final String requirementId = requirementId(deposited);

    @BeforeEach
    void handleWithTheFixturesRepository() {
        fixture.registerAnnotatedCommandHandler(new BucketCommandHandler(new FixtureAccess()));
    }

    @Test
    void activatesAPendingRequirement() {
        fixture.given(deposited)
                .when(new ActivateRequirement(bucketId, requirementId))
                .expectEvents(new RequirementActivated(bucketId, requirementId))
                .expectResultMessagePayload(told(RequirementStatus.ACTIVE));
    }

    @Test
    void changesNothingTheSecondTime() {
        fixture.given(deposited)
                .andGiven(new RequirementActivated(bucketId, requirementId))
                .when(new ActivateRequirement(bucketId, requirementId))
                .expectNoEvents()
                .expectResultMessagePayload(told(RequirementStatus.ACTIVE));
    }

    @Test
    void saysSoWhenTheRequirementIsOver() {
        fixture.given(deposited)
                .andGiven(new RequirementCompleted(bucketId, requirementId, CompletionReason.FULFILLED))
                .when(new ActivateRequirement(bucketId, requirementId))
                .expectNoEvents()
                .expectResultMessagePayload(told(RequirementStatus.COMPLETED));
    }

    @Test
    void refusesABucketThatIsNotThere() {
        fixture.givenNoPriorActivity()
                .when(new ActivateRequirement(bucketId, requirementId))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(
                        Rejection.of(RejectionCode.REQUIREMENT_NOT_FOUND, "There is no bucket " + bucketId + "."),
                        false));
    }

    private Outcome told(RequirementStatus status) {
        return new Outcome.Done(new RequirementActivationAnswer(requirementId, status), null);
    }

    private static List<BucketEvent> deposited() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000));
        return play.ledger().events().stream()
                .filter(event -> event instanceof BucketOpened || event instanceof BucketCredited)
                .map(BucketEvent.class::cast)
                .toList();
    }

    private static String requirementId(List<? extends LedgerEvent> events) {
        BucketCredited credited = (BucketCredited) events.getLast();
        return Optional.ofNullable(credited.requirement()).orElseThrow().requirementId();
    }

    /** The one aggregate of the fixture. */
    private final class FixtureAccess implements AggregateAccess {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        @SuppressWarnings("unchecked") // the handler asks for buckets only
        public <A extends LedgerAggregate<?>> Aggregate<A> loadOrCreate(Class<A> type, String id) {
            try {
                return (Aggregate<A>) fixture.getRepository().loadOrCreate(id, WalletBucket::new);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void appendOnlyAfter(long position) {
            throw new IllegalStateException("no bucket asks for it");
        }

        @Override
        public <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id) {
            return Optional.empty();
        }
    }
}
