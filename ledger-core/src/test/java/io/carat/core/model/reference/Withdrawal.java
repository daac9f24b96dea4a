package io.carat.core.model.reference;

import io.carat.core.model.reference.Step.Advance;
import io.carat.core.model.reference.Step.Withdraw;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HELD → APPROVED → PAYING → PAID; REJECTED or CANCELLED before PAYING; FAILED after (§7). */
final class Withdrawal {

    private final Withdraw terms;
    private final Wallet wallet;
    private String state = "HELD";
    private @Nullable String payer;

    Withdrawal(Withdraw terms, Wallet wallet) {
        this.terms = terms;
        this.wallet = wallet;
        wallet.withdrawable().hold(terms.amount());
    }

    boolean holdsIn(Wallet ofWallet) {
        return wallet == ofWallet && (state.equals("HELD") || state.equals("APPROVED") || state.equals("PAYING"));
    }

    long amount() {
        return terms.amount();
    }

    /** Null where the step was taken, else why not. */
    @Nullable
    String advance(Advance step) {
        String next = next(step);
        if (next == null) {
            return "WITHDRAWAL_STATE_CONFLICT";
        }
        boolean towardsPayment = next.equals("APPROVED") || next.equals("PAYING");
        if (towardsPayment && wallet.owed() > 0) {
            return "OPEN_RECEIVABLE";
        }
        boolean ends = next.equals("PAID") || next.equals("FAILED");
        if (ends && !Objects.equals(step.paymentProvider(), payer)) {
            return "WITHDRAWAL_STATE_CONFLICT";
        }
        payer = next.equals("PAYING") ? step.paymentProvider() : payer;
        state = next;
        if (next.equals("PAID")) {
            wallet.withdrawable().taken(terms.amount());
        } else if (!towardsPayment) {
            wallet.withdrawable().release(terms.amount());
        }
        return null;
    }

    private @Nullable String next(Advance step) {
        boolean before = state.equals("HELD") || state.equals("APPROVED");
        return switch (step.move()) {
            case APPROVE -> state.equals("HELD") ? "APPROVED" : null;
            case PAY -> state.equals("APPROVED") ? "PAYING" : null;
            case PAID_OUT -> state.equals("PAYING") ? "PAID" : null;
            case FAIL -> state.equals("PAYING") ? "FAILED" : null;
            case REJECT -> before ? "REJECTED" : null;
            case CANCEL -> before ? "CANCELLED" : null;
        };
    }
}
