package io.carat.core.bet;

import io.carat.core.bet.BetCommand.BetTransaction;
import io.carat.core.decision.DerivedId;
import io.carat.core.wallet.Journal;

/**
 * What was done to a bet, and by which transaction: transaction ids are unique per operation only. Journals, requirements and
 * review items are named after it, so the spelling is stored and never changes.
 *
 * @param operation the operation's permanent name
 * @param transactionId the provider's
 */
record BetDeed(String operation, String transactionId) {

    /** The payment of a result. */
    static BetDeed settlement(String transactionId) {
        return new BetDeed("settle", transactionId);
    }

    /** The sale of a part of the stake. */
    static BetDeed cashOut(String transactionId) {
        return new BetDeed("cashout", transactionId);
    }

    /** The replacement of a settlement. */
    static BetDeed correction(String transactionId) {
        return new BetDeed("correct", transactionId);
    }

    /** The declaration that the bet does not count. */
    static BetDeed voiding(String transactionId) {
        return new BetDeed("void", transactionId);
    }

    /** What a transaction does. */
    static BetDeed of(BetTransaction transaction) {
        return new BetDeed(transaction.operation(), transaction.transactionId());
    }

    /** The journal of the deed, done to a bet. */
    Journal journal(String authorizationId) {
        return Journal.of(authorizationId, text());
    }

    /** What requirements and review items are named after that the deed, done to a bet, causes. */
    String causeOf(String authorizationId) {
        return authorizationId + "/" + text();
    }

    /**
     * The id of the requirement that the deed, done to a bet of this brand, causes.
     *
     * @param part tells requirements of one deed apart; empty for the only or first one
     */
    String requirementId(String brandId, String authorizationId, String part) {
        return DerivedId.of(brandId, "requirement", causeOf(authorizationId) + part);
    }

    private String text() {
        return operation + "/" + transactionId;
    }
}
