package io.carat.core.review;

import static io.carat.core.decision.RejectionCode.REVIEW_CLOSED;
import static io.carat.core.decision.RejectionCode.REVIEW_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.Scope;
import io.carat.core.review.ReviewEvent.ReviewClosed;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import io.carat.core.testing.LedgerScenario;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A CORRECTION requirement comes with an item that people look at and close (rule book §4). */
class ReviewTest {

    private static final AuditNote SEEN = new AuditNote("finance-1", "spoke with the player");

    private final LedgerScenario play = LedgerScenario.split();

    /** A bet that fulfilled its deposit's rolling and is then void. */
    private ReviewOpened opened() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 25_000));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        return play.ledger().events().stream()
                .filter(ReviewOpened.class::isInstance)
                .map(ReviewOpened.class::cast)
                .reduce((first, second) -> {
                    throw new AssertionError("two items");
                })
                .orElseThrow();
    }

    private CloseReview closing(String reviewId, AuditNote audit) {
        return new CloseReview(Scope.EVERYTHING, reviewId, audit);
    }

    @Test
    void opensAnItemForWhatWasReleasedAndHasToBeWageredAgain() {
        ReviewOpened item = opened();
        assertThat(item.kind()).isEqualTo(ReviewKind.CORRECTION_REQUIREMENT);
        assertThat(item.authorizationId()).isEqualTo(LedgerScenario.idOf("b1"));
        assertThat(item.requirementId())
                .isEqualTo(play.snapshot().rolling().getFirst().requirementId());
        assertThat(item.requiredMinor()).isEqualTo(10_000);
        assertThat(item.currency()).isEqualTo("KRW");
    }

    @Test
    void opensNoneWhereTheAttributionCouldBeTakenBack() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 50_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 25_000));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.ledger().events()).noneMatch(event -> event instanceof ReviewEvent);
    }

    @Test
    void closesAnItemOnceWithWhoAndWhy() {
        String id = opened().reviewId();
        int before = play.size();
        play.accepts(() -> play.send(closing(id, SEEN)));
        assertThat(play.since(before)).isEqualTo(List.of(new ReviewClosed(id, SEEN)));
        assertThat(play.since(before)).allMatch(event -> event instanceof AuditedEvent);
        play.accepts(() -> play.send(closing(id, SEEN)));
        assertThat(play.size()).as("said again, it changes nothing").isEqualTo(before + 1);
        play.refuses(REVIEW_CLOSED, () -> play.send(closing(id, new AuditNote("finance-2", SEEN.reason()))));
    }

    @Test
    void findsNoItemThatIsNotThereOrOutOfReach() {
        String id = opened().reviewId();
        play.refuses(REVIEW_NOT_FOUND, () -> play.send(closing(CloseReview.reviewId("acme", "never"), SEEN)));
        play.refuses(REVIEW_NOT_FOUND, () -> play.send(closing("nonsense", SEEN)));
        play.refuses(REVIEW_NOT_FOUND, () -> play.send(new CloseReview(new Scope("other", Set.of()), id, SEEN)));
    }

    @Test
    void refusesAHistoryThatCannotBe() {
        ReviewOpened item = opened();
        ReviewClosed closed = new ReviewClosed(item.reviewId(), SEEN);
        ReviewState over = ReviewState.evolve(ReviewState.evolve(null, item), closed);
        assertThatIllegalStateException().isThrownBy(() -> ReviewState.evolve(null, closed));
        assertThatIllegalStateException().isThrownBy(() -> ReviewState.evolve(over, closed));
        assertThatIllegalStateException().isThrownBy(() -> ReviewState.evolve(over, item));
    }
}
