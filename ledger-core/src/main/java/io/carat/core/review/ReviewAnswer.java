package io.carat.core.review;

import io.carat.core.decision.Answer;

/**
 * Where an item stands.
 *
 * @param status OPEN or CLOSED
 */
public record ReviewAnswer(String reviewId, String status) implements Answer {

    /** An item that was looked at. */
    static ReviewAnswer closed(String reviewId) {
        return new ReviewAnswer(reviewId, "CLOSED");
    }
}
