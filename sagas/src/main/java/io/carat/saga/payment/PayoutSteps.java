package io.carat.saga.payment;

import java.time.Duration;

/**
 * The steps of a payout (rule book §7), pure: what to do with one that is due, and what follows from what the provider says. The
 * outcome of a payout that was sent once stays open until the provider itself has said it.
 */
final class PayoutSteps {

    private static final int MAX_DOUBLINGS = 30;

    private PayoutSteps() {}

    /** What to ask the provider. */
    enum Question {
        /** Send it. */
        PAY,
        /** Ask what became of it. */
        STATUS
    }

    /** What an answer comes to. */
    sealed interface Next {
        /** Bring the provider's final word into the ledger. */
        record Conclude(PayoutResult.Final word) implements Next {}

        /** Look again after the pause; until then it stands there. */
        record Later(PayoutStage stage, Duration pause) implements Next {}
    }

    /** A payout that may have left once is only asked about; another sending needs the provider's word that there is none. */
    static Question question(PayoutStage stage) {
        return switch (stage) {
            case DUE -> Question.PAY;
            case ASKED -> Question.STATUS;
            case PAID, FAILED, CONTRADICTED -> throw new IllegalStateException("Nothing is to be asked when " + stage);
        };
    }

    /** What follows from the answer to the attempt of this number. */
    static Next next(PayoutResult result, int attempt, Pauses pauses) {
        return switch (result) {
            case PayoutResult.Final word -> new Next.Conclude(word);
            case PayoutResult.Absent ignored -> new Next.Later(PayoutStage.DUE, pauses.after(attempt));
            case PayoutResult.Pending ignored -> new Next.Later(PayoutStage.ASKED, pauses.after(attempt));
            case PayoutResult.Unknown ignored -> new Next.Later(PayoutStage.ASKED, pauses.after(attempt));
        };
    }

    /**
     * The pauses between attempts: each twice as long as the one before.
     *
     * @param first after the first attempt
     * @param longest the bound
     */
    record Pauses(Duration first, Duration longest) {

        Duration after(int attempt) {
            Duration pause = first.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), MAX_DOUBLINGS));
            return pause.compareTo(longest) < 0 ? pause : longest;
        }
    }
}
