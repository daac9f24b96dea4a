package io.carat.core.bet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bet.BetCommand.BetTransaction;
import io.carat.core.bet.BetCommand.CashOutBet;
import io.carat.core.bet.BetCommand.CorrectBet;
import io.carat.core.bet.BetCommand.RollbackBet;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bonus.Bonus;
import io.carat.core.claim.ClaimName;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.coupon.CouponState;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.provider.PayoutBasis;
import io.carat.core.review.ReviewItem;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings a provider's transaction to the bet that it names, under the transaction id it came with. */
final class BetTransactions {

    private final LedgerUnit unit;
    private final String brandId;
    private final BetTransaction command;

    BetTransactions(LedgerUnit unit, String brandId, BetTransaction command) {
        this.unit = unit;
        this.brandId = brandId;
        this.command = command;
    }

    Decision decide(@Nullable BetState state) {
        return switch (state) {
            case null -> unknown();
            case BetState.Tombstone tombstone -> buried(tombstone);
            case BetState.Bet bet -> known(bet);
        };
    }

    private Decision unknown() {
        return switch (command) {
            case RollbackBetByBetId rollback
            when !command.scope().covers(brandId, rollback.providerId()) -> BetCommandHandler.notFound(command);
            case RollbackBetByBetId rollback -> bury(rollback);
            case SettleBet ignored -> BetCommandHandler.notFound(command);
            case RollbackBet ignored -> BetCommandHandler.notFound(command);
            case VoidBet ignored -> BetCommandHandler.notFound(command);
            case CashOutBet ignored -> BetCommandHandler.notFound(command);
            case CorrectBet ignored -> BetCommandHandler.notFound(command);
        };
    }

    private Decision bury(RollbackBetByBetId rollback) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        if (configuration.brand(brandId).isEmpty()) {
            return Decision.rejected(RejectionCode.BRAND_NOT_FOUND, "There is no brand " + brandId + ".");
        }
        if (!configuration.hasProvider(rollback.providerId())) {
            return Decision.rejected(
                    RejectionCode.PROVIDER_NOT_FOUND, "There is no provider " + rollback.providerId() + ".");
        }
        return underTransaction(
                rollback.providerId(), rollback.playerId(), rollback.currency(), () -> BetRollback.tombstone(rollback));
    }

    private Decision buried(BetState.Tombstone tombstone) {
        BetTombstoned event = tombstone.event();
        if (!command.scope().covers(brandId, event.providerId())) {
            return BetCommandHandler.notFound(command);
        }
        return underTransaction(
                event.providerId(),
                event.playerId(),
                event.currency(),
                () -> Decision.rejected(RejectionCode.ALREADY_ROLLED_BACK, "The bet was rolled back before it came."));
    }

    private Decision known(BetState.Bet bet) {
        BetAuthorized terms = bet.terms();
        if (!command.scope().covers(brandId, terms.providerId())) {
            return BetCommandHandler.notFound(command);
        }
        return underTransaction(
                terms.providerId(), terms.playerId(), terms.stake().currency(), () -> transact(bet));
    }

    private Decision transact(BetState.Bet bet) {
        Optional<Rejection> mismatch = mismatch(bet.terms());
        if (mismatch.isPresent()) {
            return Decision.rejected(mismatch.get());
        }
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Topology> topology = configuration.topology(bet.terms().topology());
        Optional<Policy> policy = configuration.policy(bet.terms().policy());
        if (topology.isEmpty() || policy.isEmpty()) {
            return Decision.rejected(Admission.unresolved("bet " + command.authorizationId()));
        }
        return decide(facts(bet, topology.get(), policy.get()));
    }

    private Decision decide(BetFacts facts) {
        return switch (command) {
            case SettleBet settle -> new BetSettlement(byProfile(settle, facts.bet()), facts).decide();
            case RollbackBet ignored -> new BetRollback(command, facts).rollBack();
            case RollbackBetByBetId ignored -> new BetRollback(command, facts).rollBack();
            case VoidBet voiding -> new BetRollback(command, facts).voidBet(voiding);
            case CashOutBet cashOut -> new BetCashOut(cashOut, facts).decide();
            case CorrectBet correct -> new BetCorrection(correct, facts).decide();
        };
    }

    /** Whether wins of a settled bet are paid is a matter of its provider's profile (rule book §3). */
    private SettleBet byProfile(SettleBet settle, BetState.Bet bet) {
        boolean pays = new ActiveConfiguration(unit)
                .profile(bet.terms().providerId())
                .map(profile -> profile.bets().winsAfterClose())
                .orElse(false);
        return pays ? settle.payingAfterClose() : settle;
    }

    /** Loads, in load order, the player where a requirement may come of it or a bonus may follow another, then the buckets. */
    private BetFacts facts(BetState.Bet bet, Topology topology, Policy policy) {
        BetAuthorized terms = bet.terms();
        Owner owner = new Owner(terms.brandId(), terms.playerId(), terms.stake().currency());
        ProductRoute route = topology.route(terms.product()).orElseThrow();
        CouponLeg coupon = couponLeg(bet, topology, route);
        boolean mayOwe = mayCreateRequirement(bet, policy, coupon);
        List<String> bonusTypes = Stream.concat(
                        terms.bonusBuckets(),
                        coupon == null
                                ? Stream.<String>of()
                                : Stream.of(coupon.bucket()).filter(route.bonusBucket()::equals))
                .flatMap(type -> topology.aroundBonus(type).stream())
                .toList();
        boolean numbered = mayOwe || !bonusTypes.isEmpty() || coupon != null;
        PlayerState player = numbered ? WalletLoading.player(unit, owner) : PlayerState.NEW;
        Stream<String> own = Stream.concat(
                terms.legs().stream()
                        .map(leg -> coupon != null && CouponLeg.isOne(leg) ? coupon.bucket() : leg.bucketTypeCode()),
                mayOwe ? Stream.of(topology.withdrawable(), route.normalBucket()) : Stream.of(topology.withdrawable()));
        Stream<String> types = Stream.concat(own, bonusTypes.stream());
        RequirementNumbers numbers = new RequirementNumbers(owner, player);
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, types.toList());
        if (command instanceof VoidBet && !bet.attributions().isEmpty()) {
            unit.loadNew(
                    LoadOrder.REVIEW,
                    ReviewItem.class,
                    AttributionReversal.reviewId(brandId, command.authorizationId(), BetDeed.of(command)));
        }
        PayoutTarget target = new PayoutTarget(terms, policy, route.normalBucket(), numbers, coupon);
        return new BetFacts(bet, policy, wallet, target, numbers, coupon, unit.now());
    }

    private @Nullable CouponLeg couponLeg(BetState.Bet bet, Topology topology, ProductRoute route) {
        Optional<Leg> leg = CouponLeg.of(bet.terms().legs());
        if (leg.isEmpty()) {
            return null;
        }
        CouponState grant =
                unit.load(LoadOrder.COUPON, CouponGrant.class, leg.get().bucketId());
        if (grant == null) {
            throw new IllegalStateException(bet.terms().authorizationId() + " is funded by no grant: " + leg.get());
        }
        String bucket = grant.terms().payoutTarget().bucketOf(route, topology.withdrawable());
        if (grant.terms().payoutTarget() == CouponTarget.BONUS) {
            unit.loadNew(LoadOrder.BONUS, Bonus.class, PayoutTarget.couponBonusId(bet.terms(), BetDeed.of(command)));
        }
        return new CouponLeg(bet, leg.get(), grant, bucket, paysNet(bet.terms().providerId()), unit.now());
    }

    private boolean paysNet(String providerId) {
        return new ActiveConfiguration(unit)
                .profile(providerId)
                .map(profile -> profile.bets().payout() == PayoutBasis.NET)
                .orElse(false);
    }

    private boolean mayCreateRequirement(BetState.Bet bet, Policy policy, @Nullable CouponLeg coupon) {
        boolean pays = PayoutTarget.paysToNormal(bet.terms(), policy)
                || (coupon != null && coupon.terms().payoutTarget() != CouponTarget.WITHDRAWABLE);
        return switch (command) {
            case SettleBet ignored -> pays;
            case CashOutBet ignored -> pays;
            case CorrectBet ignored -> pays;
            case VoidBet ignored -> !bet.attributions().isEmpty() || PayoutTarget.paysToNormal(bet.terms(), policy);
            case RollbackBet ignored -> false;
            case RollbackBetByBetId ignored -> false;
        };
    }

    private Decision underTransaction(String providerId, String playerId, String currency, Supplier<Decision> decide) {
        if (command.request().claimId() != null) {
            return decide.get(); // a callback: its transaction id is claimed already
        }
        return Claims.underTransaction(
                unit,
                ClaimName.ofTransaction(
                        brandId,
                        command.request(),
                        providerId,
                        command.operation(),
                        command.transactionId(),
                        fingerprint(playerId, currency)),
                decide);
    }

    /** Player and currency belong to the payload (rule book §0): as the command names them, else as the bet has them. */
    private String fingerprint(String playerId, String currency) {
        return command instanceof RollbackBetByBetId rollback
                ? DerivedId.fingerprint(command.fingerprint(), rollback.playerId(), rollback.currency())
                : DerivedId.fingerprint(command.fingerprint(), playerId, currency);
    }

    /** A rollback by betId that names another player or currency than the bet's is not this bet's rollback. */
    private Optional<Rejection> mismatch(BetAuthorized terms) {
        if (command instanceof RollbackBetByBetId rollback) {
            if (!rollback.currency().equals(terms.stake().currency())) {
                return Optional.of(Rejection.of(
                        RejectionCode.CURRENCY_MISMATCH,
                        "The bet is in " + terms.stake().currency() + "."));
            }
            if (!rollback.playerId().equals(terms.playerId())) {
                return Optional.of(
                        Rejection.of(RejectionCode.BET_NOT_FOUND, "The player has no bet " + rollback.betId() + "."));
            }
        }
        return Optional.empty();
    }
}
