package io.carat.core.bonus;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.wallet.CreditTerms;
import io.carat.core.wallet.CreditTerms.Credit;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;

/** Funds a bonus together with its requirement: one active bonus per BONUS bucket (rule book §4). */
public final class BonusGranting {

    private BonusGranting() {}

    /** Grants; the handler has made sure that the target is a BONUS bucket of the wallet's topology. */
    public static Decision decide(GrantBonus command, Policy policy, Wallet wallet, PlayerState player) {
        if (wallet.bucket(command.bucket()).activeBonus() != null) {
            return Decision.rejected(
                    RejectionCode.BONUS_ALREADY_ACTIVE, command.bucket() + " already runs a bonus; one at a time.");
        }
        CreditTerms terms = CreditTerms.of(
                new Credit(
                        command.brandId(),
                        command.playerId(),
                        command.amount().currency(),
                        RequirementKind.BONUS,
                        command.bonusId(),
                        wallet.bucket(command.bucket()).id(),
                        command.amount().amountMinor()),
                player,
                wallet.topology(),
                policy,
                rolling(command, policy));
        WalletMovement movement = new WalletMovement(wallet);
        movement.creditCovered(
                command.bucket(),
                Journal.of(command.bonusId(), "grant"),
                PostingReason.BONUS_GRANT,
                SystemAccount.PROMO,
                command.amount().amountMinor(),
                terms.requirement(),
                new BonusTerms(command.bonusId(), command.amount().amountMinor(), command.capMinor()));
        List<LedgerEvent> events = new ArrayList<>(terms.playerEvents());
        events.addAll(movement.events());
        return Decision.accepted(events, answer(command, policy, wallet, terms));
    }

    private static RollingTerms rolling(GrantBonus command, Policy policy) {
        RollingTerms standard = policy.bonusRolling();
        return command.multiplierBps() == null
                ? standard
                : new RollingTerms(command.multiplierBps(), standard.contributions());
    }

    private static BonusAnswer answer(GrantBonus command, Policy policy, Wallet wallet, CreditTerms terms) {
        return new BonusAnswer(
                command.bonusId(),
                "ACTIVE",
                command.bucket(),
                command.amount().amountMinor(),
                command.amount().currency(),
                RequirementSummary.pending(terms.requirement()),
                wallet.topology().ref(),
                policy.ref());
    }
}
