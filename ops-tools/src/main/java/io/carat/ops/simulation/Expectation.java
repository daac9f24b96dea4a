package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import java.util.Optional;

/** Which answers a player allows to a request. */
@FunctionalInterface
interface Expectation {

    /** Why this answer is not allowed; empty when it is. */
    Optional<String> objection(Answer answer);

    /** The request is done. */
    static Expectation accepted() {
        return answer -> unless(answer.accepted(), "refused: " + answer.summary());
    }

    /** The request is done, and the answer has this status. */
    static Expectation accepted(String status) {
        return accepted()
                .and(answer -> unless(
                        answer.text("status").equals(status), "status " + answer.text("status") + ", not " + status));
    }

    /** The request is refused for this reason. */
    static Expectation refused(int httpStatus, String code) {
        return answer -> unless(
                answer.status() == httpStatus && answer.code().equals(code),
                "answered " + answer.summary() + ", not " + httpStatus + " " + code);
    }

    /** The stored answer comes back, word for word. */
    static Expectation replayOf(Answer first) {
        return answer -> answer.replayed() && answer.status() == first.status()
                ? unless(answer.body().equals(first.body()), "the replay differs: " + answer.body())
                : Optional.of("a duplicate was not replayed: " + answer.summary());
    }

    /** Both allow it. */
    default Expectation and(Expectation other) {
        return answer -> objection(answer).or(() -> other.objection(answer));
    }

    /** The objection, unless this holds. */
    static Optional<String> unless(boolean holds, String objection) {
        return holds ? Optional.empty() : Optional.of(objection);
    }
}
