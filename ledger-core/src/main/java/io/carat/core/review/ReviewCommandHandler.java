package io.carat.core.review;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.review.ReviewEvent.ReviewClosed;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Takes what people say of review items. */
public final class ReviewCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public ReviewCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Closes an item once. */
    @CommandHandler
    public Outcome handle(CloseReview command) {
        LedgerUnit unit = new LedgerUnit(access);
        boolean reached = command.brandId().filter(command.scope()::covers).isPresent();
        return unit.conclude(
                reached
                        ? decide(command, unit.load(LoadOrder.REVIEW, ReviewItem.class, command.reviewId()))
                        : notFound(command));
    }

    static Decision decide(CloseReview command, @Nullable ReviewState state) {
        if (state == null) {
            return notFound(command);
        }
        ReviewClosed closed = state.closed();
        if (closed == null) {
            return Decision.accepted(
                    List.of(new ReviewClosed(command.reviewId(), command.audit())),
                    ReviewAnswer.closed(command.reviewId()));
        }
        return closed.audit().equals(command.audit())
                ? Decision.accepted(List.of(), ReviewAnswer.closed(command.reviewId()))
                : Decision.rejected(
                        RejectionCode.REVIEW_CLOSED,
                        closed.audit().actor() + " has closed it: "
                                + closed.audit().reason());
    }

    private static Decision notFound(CloseReview command) {
        return Decision.rejected(RejectionCode.REVIEW_NOT_FOUND, "There is no review item " + command.reviewId() + ".");
    }
}
