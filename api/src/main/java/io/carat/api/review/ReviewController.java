package io.carat.api.review;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.review.CloseReview;
import io.carat.core.review.ReviewAnswer;
import io.carat.projection.review.OpenReview;
import io.carat.projection.review.OpenReviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people have to look at. */
@RestController
@Tag(name = "Reviews")
class ReviewController {

    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int DEFAULT_PAGE = 100;

    private final OpenReviews reviews;
    private final MoneyAnswers answers;

    ReviewController(OpenReviews reviews, MoneyAnswers answers) {
        this.reviews = reviews;
        this.answers = answers;
    }

    /** Open items, oldest first; {@code nextCursor} is null on the last page so far. */
    record Reviews(List<OpenReview> items, @Nullable String nextCursor) {}

    /** What came of looking at an item. */
    record Closing(String reason) {}

    @GetMapping("/admin/v1/reviews")
    @Operation(summary = "What people have to look at, oldest first; only what is open")
    Reviews open(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Field.onlyParameters(request, "cursor", "limit");
        if (limit != null && (limit < 1 || limit > OpenReviews.MAX_LIMIT)) {
            throw new InvalidRequestException("limit", "must be from 1 to " + OpenReviews.MAX_LIMIT);
        }
        OpenReviews.Page page = reviews.page(caller.brandId(), after(cursor), limit == null ? DEFAULT_PAGE : limit);
        return new Reviews(page.items(), page.nextAfter() == null ? null : Long.toString(page.nextAfter()));
    }

    @PostMapping("/admin/v1/reviews/{reviewId}/close")
    @Operation(summary = "Say that an item was looked at, and what came of it; nothing moves")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReviewAnswer.class)))
    ResponseEntity<Object> close(
            @AuthenticationPrincipal Caller caller, @PathVariable String reviewId, @RequestBody Closing body) {
        return answers.answer(new CloseReview(Reach.scope(caller), reviewId, AuditNotes.of(caller, body.reason())));
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw new InvalidRequestException("cursor", "is not one that this list returned");
        }
        return Long.parseLong(cursor);
    }
}
