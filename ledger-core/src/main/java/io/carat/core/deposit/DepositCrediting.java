package io.carat.core.deposit;

import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.claim.ClaimName;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.deposit.DepositEvent.DepositCredited;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.CreditTerms;
import io.carat.core.wallet.CreditTerms.Credit;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credits a payment together with the rolling that it owes, in one decision (rule book §0, §1, §4). */
public final class DepositCrediting {

    private DepositCrediting() {}

    /** The answer of a deposit that came before under the same reference; empty when this one is new. */
    public static Optional<Decision> repeated(CreditDeposit command, @Nullable DepositState state) {
        if (state == null) {
            return Optional.empty();
        }
        DepositCredited credited = state.credited();
        return Optional.of(
                credited.fingerprint().equals(command.fingerprint())
                        ? Decision.repeated(DepositAnswer.of(credited), credited.requestClaimId())
                        : Decision.rejected(
                                RejectionCode.IDEMPOTENCY_MISMATCH,
                                "Payment " + command.paymentRef() + " was already credited with a different payload."));
    }

    /** Credits the target; the handler has made sure that it is a NORMAL bucket of the wallet's topology. */
    public static Decision decide(CreditDeposit command, Policy policy, Wallet wallet, PlayerState player) {
        CreditTerms terms = CreditTerms.of(
                new Credit(
                        command.brandId(),
                        command.playerId(),
                        command.amount().currency(),
                        RequirementKind.DEPOSIT,
                        command.depositId(),
                        wallet.bucket(command.target()).id(),
                        command.amount().amountMinor()),
                player,
                wallet.topology(),
                policy,
                policy.depositRolling());
        DepositCredited credited = credited(command, policy, wallet, terms);
        List<LedgerEvent> events = new ArrayList<>();
        events.add(credited);
        events.addAll(terms.playerEvents());
        events.addAll(movement(command, wallet, terms));
        return Decision.accepted(events, DepositAnswer.of(credited));
    }

    private static List<LedgerEvent> movement(CreditDeposit command, Wallet wallet, CreditTerms terms) {
        WalletMovement movement = new WalletMovement(wallet);
        Journal journal = Journal.of(command.depositId(), "credit");
        long amountMinor = command.amount().amountMinor();
        if (terms.requirement().requiredMinor() == 0) {
            movement.credit(command.target(), journal, PostingReason.DEPOSIT, SystemAccount.PSP, amountMinor);
            new Coverage(movement, journal).release(command.target());
        } else {
            movement.creditCovered(
                    command.target(),
                    journal,
                    PostingReason.DEPOSIT,
                    SystemAccount.PSP,
                    amountMinor,
                    terms.requirement(),
                    null);
        }
        return movement.events();
    }

    private static DepositCredited credited(CreditDeposit command, Policy policy, Wallet wallet, CreditTerms terms) {
        return new DepositCredited(
                command.depositId(),
                command.brandId(),
                command.playerId(),
                command.amount(),
                wallet.bucket(command.target()).id(),
                command.target(),
                command.paymentRef(),
                terms.requirement().requirementId(),
                terms.requirement().requiredMinor(),
                wallet.topology().ref(),
                policy.ref(),
                command.fingerprint(),
                ClaimName.requestClaimId(command.brandId(), command.request()));
    }
}
