package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetAuthorizedAnswer;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.claim.ClaimName;
import io.carat.core.coupon.CouponBet;
import io.carat.core.coupon.CouponMovement;
import io.carat.core.coupon.CouponMovement.Booking;
import io.carat.core.coupon.CouponRefusals;
import io.carat.core.coupon.CouponState;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.topology.ProductRoute;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading.Owner;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a bet is accepted, and which buckets its stake is held from (rule book §2, §3). */
public final class BetAuthorizing {

    private final AuthorizeBet command;
    private final ProductRoute route;
    private final Policy policy;
    private final Wallet wallet;
    private final PlayerState player;
    private final @Nullable CouponState coupon;
    private final Instant now;
    private final WalletMovement movement;
    private final RequirementNumbers numbers;
    private final BonusTurns turns;

    /**
     * The decision's facts: the product's route, the policy in force, the wallet and the named grant as loaded.
     *
     * @param coupon null where none is named, and where there is none of that name
     */
    BetAuthorizing(
            AuthorizeBet command,
            ProductRoute route,
            Policy policy,
            Wallet wallet,
            PlayerState player,
            @Nullable CouponState coupon,
            Instant now) {
        this.command = command;
        this.route = route;
        this.policy = policy;
        this.wallet = wallet;
        this.player = player;
        this.coupon = coupon;
        this.now = now;
        this.movement = new WalletMovement(wallet);
        this.numbers = new RequirementNumbers(
                new Owner(command.brandId(), command.playerId(), command.stake().currency()), player);
        this.turns = new BonusTurns(movement, numbers, now);
        turns.endDue();
    }

    /** The answer of a bet that came before under the same betId; empty when this one is new. */
    public static Optional<Decision> repeated(AuthorizeBet command, @Nullable BetState state) {
        return switch (state) {
            case null -> Optional.empty();
            case BetState.Tombstone ignored ->
                Optional.of(Decision.rejected(
                        RejectionCode.ALREADY_ROLLED_BACK,
                        "Bet " + command.betId() + " was rolled back before it came."));
            case BetState.Bet bet
            when bet.terms().fingerprint().equals(command.fingerprint()) ->
                Optional.of(Decision.repeated(
                        BetAuthorizedAnswer.of(bet.terms()), bet.terms().requestClaimId()));
            case BetState.Bet ignored ->
                Optional.of(Decision.rejected(
                        RejectionCode.IDEMPOTENCY_MISMATCH,
                        "Bet " + command.betId() + " was already placed with a different payload."));
        };
    }

    /** Funds the stake and holds it, or refuses. */
    public Decision decide() {
        BetFunding.Plan plan = BetJudgement.judge(policy, bid());
        Optional<Rejection> refusal = refusal(plan);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        return switch (plan) {
            case BetFunding.Plan.Refused refused ->
                Decision.rejected(refused.rejection().on(attempt(refused.sources())));
            case BetFunding.Plan.Funded funded -> authorized(funded);
        };
    }

    /** What {@link #decide} would come to, with the explanation; nothing happens. */
    public BetDryRun.Answer explain() {
        BetFunding.Plan plan = BetJudgement.judge(policy, bid());
        Optional<Rejection> refusal = refusal(plan);
        if (refusal.isPresent()) {
            return BetDryRun.Answer.refused(
                    refusal.get(), List.of(), wallet.topology().ref(), policy.ref());
        }
        List<BetDryRun.Source> sources = plan.sources().stream()
                .map(share ->
                        BetDryRun.Source.of(share, bucketOf(share.source()).orElse(null)))
                .toList();
        return switch (plan) {
            case BetFunding.Plan.Refused refused ->
                BetDryRun.Answer.refused(
                        refused.rejection(), sources, wallet.topology().ref(), policy.ref());
            case BetFunding.Plan.Funded ignored ->
                BetDryRun.Answer.funded(sources, wallet.topology().ref(), policy.ref());
        };
    }

    /** What stands against the bet whatever the policy makes of it; what the policy refuses is told with its reasons. */
    private Optional<Rejection> refusal(BetFunding.Plan plan) {
        return couponRefusal(plan).or(this::noWallet);
    }

    private Optional<Rejection> couponRefusal(BetFunding.Plan plan) {
        if (command.couponGrantId() == null) {
            return Optional.empty();
        }
        CouponBet asked = new CouponBet(
                command.brandId(),
                command.playerId(),
                command.providerId(),
                route.product(),
                command.stake(),
                command.oddsMilli(),
                BetJudgement.couponMinor(policy, bid(), plan),
                policy.funding().mode() == FundingMode.EXCLUSIVE,
                new PlayerRefusals(player.controls(), now)
                        .bonus()
                        .map(Rejection::detail)
                        .orElse(null),
                wallet.topology().code(),
                now);
        return CouponRefusals.first(coupon, asked).map(refusal -> explained(refusal, plan));
    }

    /** A refusal that another policy would not have made keeps what it was decided on. */
    private Rejection explained(Rejection refusal, BetFunding.Plan plan) {
        boolean byPolicy = refusal.code() == RejectionCode.COUPON_PARTIAL_NOT_ALLOWED
                || refusal.code() == RejectionCode.COUPON_MIX_NOT_ALLOWED;
        return byPolicy ? refusal.on(attempt(plan.sources())) : refusal;
    }

    private Optional<Rejection> noWallet() {
        return player.currencies().contains(command.stake().currency())
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        RejectionCode.CURRENCY_MISMATCH,
                        "The player has no wallet in " + command.stake().currency() + "."));
    }

    private @Nullable NamedCoupon named() {
        return coupon == null
                ? null
                : new NamedCoupon(coupon.offered().grantId(), coupon.terms().partialUse());
    }

    private BetJudgement.Bid bid() {
        return new BetJudgement.Bid(command.stake(), command.oddsMilli(), available(), bonusMaxStakeMinor(), named());
    }

    private @Nullable Long bonusMaxStakeMinor() {
        BonusTerms bonus = movement.bucket(route.bonusBucket()).activeBonus();
        return bonus == null ? null : bonus.maxStakeMinor();
    }

    private BetAttempt attempt(List<SourceShare> sources) {
        return new BetAttempt(
                command.brandId(),
                command.playerId(),
                command.providerId(),
                command.betId(),
                route.product(),
                command.stake(),
                command.oddsMilli(),
                sources,
                bonusMaxStakeMinor(),
                wallet.topology().ref(),
                policy.ref(),
                named());
    }

    private Decision authorized(BetFunding.Plan.Funded funded) {
        List<Leg> legs = legs(funded.parts());
        BetAuthorized terms = new BetAuthorized(
                command.authorizationId(),
                command.brandId(),
                command.playerId(),
                command.providerId(),
                command.betId(),
                command.roundId(),
                command.gameId(),
                route.product(),
                command.stake(),
                command.oddsMilli(),
                legs,
                funded.sources(),
                wallet.topology().ref(),
                policy.ref(),
                player.lastSequence(),
                command.fingerprint(),
                ClaimName.requestClaimId(command.brandId(), command.request()),
                bonusMaxStakeMinor(),
                named(),
                linkedBonus());
        Journal journal = Journal.of(command.authorizationId(), "authorize");
        List<LedgerEvent> couponEvents = new ArrayList<>();
        for (Leg leg : legs) {
            if (CouponLeg.isOne(leg)) {
                couponEvents.addAll(reserved(leg, journal));
            } else {
                movement.hold(
                        leg.bucketTypeCode(),
                        journal.leg(leg.number()),
                        PostingReason.STAKE,
                        SystemAccount.BET_HOLD,
                        leg.stakeMinor());
            }
        }
        turns.startNext();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(terms);
        events.addAll(couponEvents);
        events.addAll(numbers.events());
        events.addAll(movement.events());
        return Decision.accepted(events, BetAuthorizedAnswer.of(terms));
    }

    private List<LedgerEvent> reserved(Leg leg, Journal journal) {
        CouponMovement movement = new CouponMovement(Objects.requireNonNull(coupon), now);
        movement.reserve(new Booking(journal.journalId(), journal.referenceId(), leg.number()), leg.stakeMinor());
        return movement.events();
    }

    /** The bonus that is wagered together with a deposit of the product's NORMAL bucket; null for none. */
    private @Nullable LinkedBonus linkedBonus() {
        BonusTerms bonus = movement.bucket(route.bonusBucket()).activeBonus();
        return bonus == null || bonus.depositId() == null
                ? null
                : movement.bucket(route.normalBucket())
                        .suspendedBy(bonus.bonusId())
                        .map(own -> new LinkedBonus(bonus.bonusId(), route.bonusBucket(), own.id()))
                        .orElse(null);
    }

    private Map<FundingSource, Long> available() {
        Map<FundingSource, Long> available = new EnumMap<>(FundingSource.class);
        if (coupon != null && coupon.endAt(now) == null) {
            available.put(FundingSource.COUPON, coupon.amounts().remaining());
        }
        for (FundingSource source : FundingSource.values()) {
            bucketOf(source)
                    .ifPresent(
                            type -> available.put(source, movement.bucket(type).availableMinor()));
        }
        return available;
    }

    private List<Leg> legs(List<SourceShare> parts) {
        List<Leg> legs = new ArrayList<>();
        parts.forEach(part -> legs.add(leg(legs.size() + 1, part.source(), part.takenMinor())));
        return legs;
    }

    private Leg leg(int number, FundingSource source, long partMinor) {
        if (source == FundingSource.COUPON) {
            String grantId = Objects.requireNonNull(coupon).offered().grantId();
            return new Leg(number, source, grantId, CouponLeg.TYPE, partMinor, null);
        }
        String type = bucketOf(source).orElseThrow();
        BonusTerms bonus = movement.bucket(type).activeBonus();
        String bonusId = bonus == null ? null : bonus.bonusId();
        return new Leg(number, source, movement.bucket(type).id(), type, partMinor, bonusId);
    }

    private Optional<String> bucketOf(FundingSource source) {
        return switch (source) {
            case COUPON -> Optional.empty();
            case BONUS -> Optional.of(route.bonusBucket());
            case NORMAL -> Optional.of(route.normalBucket());
            case WITHDRAWABLE -> Optional.of(wallet.topology().withdrawable());
        };
    }
}
