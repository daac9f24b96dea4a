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
import io.carat.core.wallet.Coverage;
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
        RollingTerms rolling = rolling(command, policy);
        if (isOutOfBounds(command, rolling)) {
            return Decision.rejected(
                    RejectionCode.AMOUNT_INVALID,
                    "A multiplier is from 0 to " + RollingTerms.MAX_MULTIPLIER_BPS
                            + " basis points, a cap 0 or above.");
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
                rolling);
        List<LedgerEvent> events = new ArrayList<>(terms.playerEvents());
        events.addAll(movement(command, policy, wallet, terms));
        return Decision.accepted(events, answer(command, policy, wallet, terms));
    }

    private static List<LedgerEvent> movement(GrantBonus command, Policy policy, Wallet wallet, CreditTerms terms) {
        WalletMovement movement = new WalletMovement(wallet);
        Journal journal = Journal.of(command.bonusId(), "grant");
        movement.creditCovered(
                command.bucket(),
                journal,
                PostingReason.BONUS_GRANT,
                SystemAccount.PROMO,
                command.amount().amountMinor(),
                terms.requirement(),
                bonus(command, policy));
        new Coverage(movement, journal).completeFulfilled(command.bucket());
        return movement.events();
    }

    private static BonusTerms bonus(GrantBonus command, Policy policy) {
        return new BonusTerms(
                command.bonusId(),
                command.amount().amountMinor(),
                command.capMinor(),
                policy.betLimits().of(command.amount().currency()).bonusStakeMinor());
    }

    private static boolean isOutOfBounds(GrantBonus command, RollingTerms rolling) {
        return rolling.multiplierBps() < 0
                || rolling.multiplierBps() > RollingTerms.MAX_MULTIPLIER_BPS
                || (command.capMinor() != null && command.capMinor() < 0);
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
                terms.requirement().requiredMinor() == 0 ? "COMPLETED" : "ACTIVE",
                command.bucket(),
                command.amount().amountMinor(),
                command.amount().currency(),
                RequirementSummary.created(
                        terms.requirement().requirementId(), terms.requirement().requiredMinor()),
                wallet.topology().ref(),
                policy.ref());
    }
}
