package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetSettledAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.rolling.Attribution;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pays a result by the legs stored at authorization, never by today's balances or policies (rule book §0, §3): refund,
 * release the hold, credit, attribute, complete, sweep, all in one movement.
 */
public final class BetSettlement {

    private final SettleBet command;
    private final BetState.Bet bet;
    private final Policy policy;
    private final WalletMovement movement;
    private final LegReturns returns;
    private final Journal journal;
    private final Coverage coverage;

    /** The decision's facts: the bet, the policy version of its snapshot, and the wallet as loaded. */
    public BetSettlement(SettleBet command, BetState.Bet bet, Policy policy, Wallet wallet) {
        this.command = command;
        this.bet = bet;
        this.policy = policy;
        this.movement = new WalletMovement(wallet);
        this.journal = Journal.of(bet.terms().authorizationId(), "settle/" + command.transactionId());
        this.coverage = new Coverage(movement, journal);
        this.returns = new LegReturns(movement, coverage, journal);
    }

    /** Pays, or refuses: a closed bet takes no further result, a push pays back exactly the open stake. */
    public Decision decide() {
        return switch (bet.status()) {
            case AUTHORIZED, PARTIALLY_SETTLED -> refusedPayout() ? wrongPayout() : settled();
            case SETTLED, VOIDED ->
                Decision.rejected(RejectionCode.BET_ALREADY_SETTLED, "The bet is " + bet.status() + ".");
            case ROLLED_BACK, TOMBSTONED ->
                Decision.rejected(RejectionCode.ALREADY_ROLLED_BACK, "The bet was rolled back.");
        };
    }

    private boolean refusedPayout() {
        if (command.payoutMinor() < 0 || command.payoutMinor() > Money.MAX_REQUEST_MINOR) {
            return true;
        }
        return switch (command.result()) {
            case PUSH -> command.payoutMinor() != bet.openStakeMinor();
            case LOSE, HALF_VOID -> command.payoutMinor() != 0;
            case WIN, JACKPOT -> false;
        };
    }

    private Decision wrongPayout() {
        return Decision.rejected(
                RejectionCode.AMOUNT_INVALID,
                "A payout of " + command.payoutMinor() + " does not fit " + command.result()
                        + ": a push pays the open stake of " + bet.openStakeMinor()
                        + ", LOSE and HALF_VOID pay 0, a win from 0 to " + Money.MAX_REQUEST_MINOR + ".");
    }

    private Decision settled() {
        BetSettled settled = new BetSettled(
                bet.terms().authorizationId(),
                command.transactionId(),
                command.result(),
                command.payoutMinor(),
                payouts(),
                refunds(),
                closes());
        returns.refund(bet.terms(), settled.refunds());
        if (settled.closes()) {
            takeStakes(settled.refunds());
        }
        settled.payouts().forEach(payout -> returns.pay(bet.terms(), payout));
        if (settled.closes()) {
            attribute(settled.refunds());
        }
        legTypes().forEach(type -> coverage.completeWhenLow(type, policy.lowBalanceMinor(currency())));
        legTypes().forEach(coverage::release);

        List<LedgerEvent> events = new ArrayList<>();
        events.add(settled);
        events.addAll(movement.events());
        return Decision.accepted(events, answer(settled));
    }

    private boolean closes() {
        return command.closesRound() || command.payoutMinor() == 0 || command.result() == BetResult.PUSH;
    }

    private List<LegAmount> payouts() {
        return switch (command.result()) {
            case WIN, JACKPOT -> LegSplit.of(command.payoutMinor(), bet.openByLeg());
            case LOSE, PUSH, HALF_VOID -> List.of();
        };
    }

    private List<LegAmount> refunds() {
        return switch (command.result()) {
            case PUSH -> LegSplit.of(bet.openStakeMinor(), bet.openByLeg());
            case HALF_VOID -> LegSplit.of(Math.ceilDiv(bet.openStakeMinor(), 2), bet.openByLeg());
            case WIN, LOSE, JACKPOT -> List.of();
        };
    }

    private void takeStakes(List<LegAmount> refunds) {
        long[] left = LegSplit.less(bet.openByLeg(), refunds);
        for (Leg leg : bet.terms().legs()) {
            movement.takeHold(
                    leg.bucketTypeCode(),
                    journal.leg(leg.number()),
                    PostingReason.STAKE_TAKEN,
                    SystemAccount.BET_HOLD,
                    SystemAccount.HOUSE,
                    left[leg.number() - 1]);
        }
    }

    private void attribute(List<LegAmount> refunds) {
        long[] counted = LegSplit.less(bet.openByLeg(), refunds);
        eligible(counted).forEach((type, eligibleMinor) -> {
            BucketState bucket = movement.bucket(type);
            coverage.attribute(
                    type,
                    bet.terms().authorizationId(),
                    Attribution.of(
                            bucket.requirements(),
                            eligibleMinor,
                            bet.terms().product(),
                            bet.terms().oddsMilli(),
                            bet.terms().requirementWatermark()));
        });
    }

    /** The stake that may count per bucket, in minor units: that of NORMAL and BONUS legs (rule book §4). */
    private Map<String, Long> eligible(long[] countedMinor) {
        Map<String, Long> eligible = new LinkedHashMap<>();
        for (Leg leg : bet.terms().legs()) {
            if (leg.source() == FundingSource.NORMAL || leg.source() == FundingSource.BONUS) {
                eligible.merge(leg.bucketTypeCode(), countedMinor[leg.number() - 1], Math::addExact);
            }
        }
        return eligible;
    }

    private List<String> legTypes() {
        return bet.terms().legs().stream().map(Leg::bucketTypeCode).distinct().toList();
    }

    private String currency() {
        return bet.terms().stake().currency();
    }

    private BetSettledAnswer answer(BetSettled settled) {
        return new BetSettledAnswer(
                settled.authorizationId(),
                settled.transactionId(),
                settled.closes() ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED,
                settled.payoutMinor(),
                LegPart.of(bet.terms(), settled.payouts()),
                LegPart.of(bet.terms(), settled.refunds()));
    }
}
