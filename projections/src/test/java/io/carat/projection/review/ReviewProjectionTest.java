package io.carat.projection.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.decision.AuditNote;
import io.carat.core.review.ReviewEvent.ReviewClosed;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import io.carat.core.review.ReviewKind;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.WalletScript;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ReviewProjectionTest {

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final WalletScript script = new WalletScript();
    private final OpenReviews reviews = new OpenReviews(database.dataSource());

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private static ReviewOpened opened(String brandId, String id) {
        return new ReviewOpened(
                brandId + ".review." + id,
                ReviewKind.CORRECTION_REQUIREMENT,
                brandId,
                "p-1",
                "KRW",
                "bet-" + id,
                "bucket-" + id,
                "requirement-" + id,
                10_000);
    }

    private static ReviewClosed closed(String id) {
        return new ReviewClosed("acme.review." + id, new AuditNote("finance-1", "seen"));
    }

    private List<String> page(@Nullable String brandId, long after, int limit) {
        return reviews.page(brandId, after, limit).items().stream()
                .map(OpenReview::reviewId)
                .toList();
    }

    @Test
    void listsOpenItemsOldestFirstPageByPage() {
        script.append(opened("acme", "1"))
                .append(opened("other", "2"))
                .append(opened("acme", "3"))
                .append(closed("1"));
        database.project(script.events()).project(script.events());

        assertThat(page(null, 0, 500)).containsExactly("other.review.2", "acme.review.3");
        OpenReviews.Page first = reviews.page(null, 0, 1);
        assertThat(first.items().getFirst().authorizationId()).isEqualTo("bet-2");
        assertThat(first.nextAfter()).isNotNull();
        assertThat(page(null, first.items().getLast().position(), 1)).containsExactly("acme.review.3");
        assertThat(reviews.page(null, first.items().getLast().position(), 1).nextAfter())
                .isNull();
        assertThat(page("acme", 0, 500)).containsExactly("acme.review.3");
        assertThatThrownBy(() -> page(null, 0, 501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsWhatIsOpen() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        reviews.register(registry);
        assertThat(registry.get(OpenReviews.GAUGE).gauge().value()).isZero();
        script.append(opened("acme", "1")).append(opened("acme", "2"));
        database.project(script.events());
        assertThat(registry.get(OpenReviews.GAUGE).gauge().value()).isEqualTo(2);
    }

    @Test
    void keepsWhoClosedAnItemAndWhy() {
        script.append(opened("acme", "1")).append(closed("1"));
        database.project(script.events());
        assertThat(database.rows("SELECT closed_by, close_reason, closed_at IS NULL AS open FROM wallet_review"))
                .containsExactly(Map.of("closed_by", "finance-1", "close_reason", "seen", "open", false));
        assertThatThrownBy(() -> database.sql().sql("DELETE FROM wallet_review").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesToCloseAnItemThatIsNotThere() {
        script.append(closed("1"));
        assertThatThrownBy(() -> database.project(script.events())).isInstanceOf(ProjectionGapException.class);
    }

    @Test
    void isEmptiedForAReplay() {
        script.append(opened("acme", "1"));
        database.project(script.events());
        new ReviewProjection(database.dataSource()).onReset();
        assertThat(reviews.count()).isZero();
    }
}
