package io.carat.core;

import io.carat.core.access.TokenEvent;
import io.carat.core.bet.BetAnswer;
import io.carat.core.bet.BetAttempt;
import io.carat.core.bet.BetEvent;
import io.carat.core.bonus.BonusAnswer;
import io.carat.core.bonus.BonusCancelledAnswer;
import io.carat.core.bonus.BonusEvent;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.RequirementActivationAnswer;
import io.carat.core.catalogue.CatalogueEvent;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.configuration.ConfigurationAnswer;
import io.carat.core.coupon.BudgetEvent;
import io.carat.core.coupon.CampaignAnswer;
import io.carat.core.coupon.CampaignEvent;
import io.carat.core.coupon.CouponAnswer;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.decision.Answer;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RefusalFacts;
import io.carat.core.deposit.DepositAnswer;
import io.carat.core.deposit.DepositEvent;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.player.PlayerEvent;
import io.carat.core.points.PointsAnswer;
import io.carat.core.points.PointsTransferEvent;
import io.carat.core.policy.PolicyEvent;
import io.carat.core.review.ReviewAnswer;
import io.carat.core.review.ReviewEvent;
import io.carat.core.session.SessionEvent;
import io.carat.core.topology.PlatformEvent;
import io.carat.core.topology.TopologyEvent;
import io.carat.core.transfer.TransferAnswer;
import io.carat.core.transfer.TransferEvent;
import io.carat.core.transfer.TransferNoop;
import io.carat.core.win.WinAnswer;
import io.carat.core.win.WinEvent;
import io.carat.core.withdrawal.WithdrawalAnswer;
import io.carat.core.withdrawal.WithdrawalEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The permanent names of everything that is stored (ADR 0002). A name is never changed or given to something else. */
public final class LedgerTypes {

    private static final Map<String, Class<? extends LedgerEvent>> EVENTS = new LinkedHashMap<>();
    private static final Map<String, Class<? extends Answer>> ANSWERS = new LinkedHashMap<>();
    private static final Map<String, Class<? extends RefusalFacts>> FACTS = new LinkedHashMap<>();

    static {
        EVENTS.put("brand.defined.v1", CatalogueEvent.BrandDefined.class);
        EVENTS.put("brand.suspended.v1", CatalogueEvent.BrandSuspended.class);
        EVENTS.put("brand.resumed.v1", CatalogueEvent.BrandResumed.class);
        EVENTS.put("brand.limits-set.v1", CatalogueEvent.BrandLimitsSet.class);
        EVENTS.put("provider.registered.v1", CatalogueEvent.ProviderRegistered.class);
        EVENTS.put("game.registered.v1", CatalogueEvent.GameRegistered.class);
        EVENTS.put("brand.set.v1", CatalogueEvent.BrandSet.class);
        EVENTS.put("provider.connected.v1", CatalogueEvent.ProviderConnected.class);
        EVENTS.put("provider.profile-defined.v1", CatalogueEvent.ProfileDefined.class);
        EVENTS.put("provider.profile-activated.v1", CatalogueEvent.ProfileActivated.class);
        EVENTS.put("provider.secret-replaced.v1", CatalogueEvent.ProviderSecretReplaced.class);
        EVENTS.put("game.listed.v1", CatalogueEvent.GameListed.class);
        EVENTS.put("game-session.opened.v1", SessionEvent.GameSessionOpened.class);
        EVENTS.put("topology.defined.v1", TopologyEvent.TopologyDefined.class);
        EVENTS.put("topology.created.v1", TopologyEvent.TopologyCreated.class);
        EVENTS.put("topology.activated.v1", PlatformEvent.TopologyActivated.class);
        EVENTS.put("topology.switched.v1", PlatformEvent.TopologySwitched.class);
        EVENTS.put("policy.defined.v1", PolicyEvent.PolicyDefined.class);
        EVENTS.put("policy.created.v1", PolicyEvent.PolicyCreated.class);
        EVENTS.put("policy.activated.v1", PolicyEvent.PolicyActivated.class);

        EVENTS.put("token.issued.v1", TokenEvent.TokenIssued.class);
        EVENTS.put("token.revoked.v1", TokenEvent.TokenRevoked.class);

        EVENTS.put("request.answered.v1", ClaimEvent.RequestAnswered.class);
        EVENTS.put("request.refused.v1", ClaimEvent.RequestRefused.class);

        EVENTS.put("player.wallet-opened.v1", PlayerEvent.WalletOpened.class);
        EVENTS.put("player.requirement-numbered.v1", PlayerEvent.RequirementNumbered.class);

        EVENTS.put("player.deposit-counted.v1", PlayerEvent.DepositCounted.class);
        EVENTS.put("player.frozen.v1", PlayerEvent.PlayerFrozen.class);
        EVENTS.put("player.unfrozen.v1", PlayerEvent.PlayerUnfrozen.class);
        EVENTS.put("player.excluded.v1", PlayerEvent.PlayerExcluded.class);
        EVENTS.put("player.limits-set.v1", PlayerEvent.PlayerLimitsSet.class);

        EVENTS.put("player.coupon-listed.v1", PlayerEvent.CouponListed.class);

        EVENTS.put("bucket.opened.v1", BucketEvent.BucketOpened.class);
        EVENTS.put("bucket.credited.v1", BucketEvent.BucketCredited.class);
        EVENTS.put("bucket.debited.v1", BucketEvent.BucketDebited.class);
        EVENTS.put("bucket.funds-held.v1", BucketEvent.FundsHeld.class);
        EVENTS.put("bucket.hold-returned.v1", BucketEvent.HoldReturned.class);
        EVENTS.put("bucket.hold-taken.v1", BucketEvent.HoldTaken.class);
        EVENTS.put("receivable.opened.v1", BucketEvent.ReceivableOpened.class);
        EVENTS.put("receivable.recovered.v1", BucketEvent.ReceivableRecovered.class);
        EVENTS.put("receivable.cancelled.v1", BucketEvent.ReceivableCancelled.class);
        EVENTS.put("requirement.imposed.v1", BucketEvent.RequirementImposed.class);
        EVENTS.put("requirement.recalculated.v1", BucketEvent.RequirementRecalculated.class);
        EVENTS.put("requirement.attribution-reversed.v1", BucketEvent.AttributionReversed.class);
        EVENTS.put("requirement.suspended.v1", BucketEvent.RequirementSuspended.class);
        EVENTS.put("requirement.resumed.v1", BucketEvent.RequirementResumed.class);
        EVENTS.put("bonus.conversion-reversed.v1", BucketEvent.ConversionReversed.class);
        EVENTS.put("requirement.activated.v1", BucketEvent.RequirementActivated.class);
        EVENTS.put("requirement.stake-attributed.v1", BucketEvent.StakeAttributed.class);
        EVENTS.put("requirement.moved.v1", BucketEvent.RequirementMoved.class);
        EVENTS.put("requirement.inherited.v1", BucketEvent.RequirementInherited.class);
        EVENTS.put("requirement.reopened.v1", BucketEvent.RequirementReopened.class);
        EVENTS.put("requirement.completed.v1", BucketEvent.RequirementCompleted.class);
        EVENTS.put("bonus.queued.v1", BucketEvent.BonusQueued.class);
        EVENTS.put("bonus.dequeued.v1", BucketEvent.BonusDequeued.class);
        EVENTS.put("bonus.ended.v1", BucketEvent.BonusEnded.class);
        EVENTS.put("bonus.late-conversion-counted.v1", BucketEvent.LateConversionCounted.class);

        EVENTS.put("bonus.granted.v1", BonusEvent.BonusGranted.class);
        EVENTS.put("bonus.cancelled.v1", BonusEvent.BonusCancelled.class);
        EVENTS.put("points.credited.v1", PointsEvent.PointsCredited.class);
        EVENTS.put("points.spent.v1", PointsEvent.PointsSpent.class);
        EVENTS.put("points.expired.v1", PointsEvent.PointsExpired.class);
        EVENTS.put("points.restored.v1", PointsEvent.PointsRestored.class);
        EVENTS.put("points.transferred.v1", PointsTransferEvent.PointsTransferred.class);

        EVENTS.put("deposit.credited.v1", DepositEvent.DepositCredited.class);

        EVENTS.put("bet.authorized.v1", BetEvent.BetAuthorized.class);
        EVENTS.put("bet.settled.v1", BetEvent.BetSettled.class);
        EVENTS.put("bet.cashed-out.v1", BetEvent.BetCashedOut.class);
        EVENTS.put("bet.corrected.v1", BetEvent.BetCorrected.class);
        EVENTS.put("bet.rolled-back.v1", BetEvent.BetRolledBack.class);
        EVENTS.put("bet.voided.v1", BetEvent.BetVoided.class);
        EVENTS.put("bet.half-voided.v1", BetEvent.BetHalfVoided.class);
        EVENTS.put("bet.tombstoned.v1", BetEvent.BetTombstoned.class);

        EVENTS.put("withdrawal.requested.v1", WithdrawalEvent.WithdrawalRequested.class);
        EVENTS.put("withdrawal.approved.v1", WithdrawalEvent.WithdrawalApproved.class);
        EVENTS.put("withdrawal.payment-started.v1", WithdrawalEvent.WithdrawalPaymentStarted.class);
        EVENTS.put("withdrawal.paid.v1", WithdrawalEvent.WithdrawalPaid.class);
        EVENTS.put("withdrawal.failed.v1", WithdrawalEvent.WithdrawalFailed.class);
        EVENTS.put("withdrawal.rejected.v1", WithdrawalEvent.WithdrawalRejected.class);
        EVENTS.put("withdrawal.cancelled.v1", WithdrawalEvent.WithdrawalCancelled.class);

        EVENTS.put("campaign.defined.v1", CampaignEvent.CampaignDefined.class);
        EVENTS.put("campaign-budget.reserved.v1", BudgetEvent.BudgetReserved.class);
        EVENTS.put("campaign-budget.released.v1", BudgetEvent.BudgetReleased.class);
        EVENTS.put("coupon.offered.v1", CouponEvent.CouponOffered.class);
        EVENTS.put("coupon.confirmed.v1", CouponEvent.CouponConfirmed.class);
        EVENTS.put("coupon.reserved.v1", CouponEvent.CouponReserved.class);
        EVENTS.put("coupon.consumed.v1", CouponEvent.CouponConsumed.class);
        EVENTS.put("coupon.released.v1", CouponEvent.CouponReleased.class);
        EVENTS.put("coupon.restored.v1", CouponEvent.CouponRestored.class);
        EVENTS.put("coupon.retaken.v1", CouponEvent.CouponRetaken.class);
        EVENTS.put("coupon.forfeited.v1", CouponEvent.CouponForfeited.class);
        EVENTS.put("coupon.revoked.v1", CouponEvent.CouponRevoked.class);
        EVENTS.put("win.recorded.v1", WinEvent.WinRecorded.class);

        EVENTS.put("transfer.made.v1", TransferEvent.TransferMade.class);

        EVENTS.put("review.opened.v1", ReviewEvent.ReviewOpened.class);
        EVENTS.put("review.closed.v1", ReviewEvent.ReviewClosed.class);

        ANSWERS.put("bet-authorized.v1", BetAnswer.BetAuthorizedAnswer.class);
        ANSWERS.put("bet-settled.v1", BetAnswer.BetSettledAnswer.class);
        ANSWERS.put("bet-corrected.v1", BetAnswer.BetCorrectedAnswer.class);
        ANSWERS.put("bet-reversed.v1", BetAnswer.BetReversedAnswer.class);
        ANSWERS.put("stakeless-bet.v1", BetAnswer.StakelessBetAnswer.class);
        ANSWERS.put("deposit.v1", DepositAnswer.class);
        ANSWERS.put("bonus.v1", BonusAnswer.class);
        ANSWERS.put("bonus-cancelled.v1", BonusCancelledAnswer.class);
        ANSWERS.put("withdrawal.v1", WithdrawalAnswer.class);
        ANSWERS.put("campaign.v1", CampaignAnswer.class);
        ANSWERS.put("coupon.v1", CouponAnswer.class);
        ANSWERS.put("win.v1", WinAnswer.class);
        ANSWERS.put("points-lot.v1", PointsAnswer.LotAnswer.class);
        ANSWERS.put("points-transfer.v1", PointsAnswer.TransferAnswer.class);
        ANSWERS.put("transfer.v1", TransferAnswer.class);
        ANSWERS.put("transfer-noop.v1", TransferNoop.class);
        ANSWERS.put("review.v1", ReviewAnswer.class);
        ANSWERS.put("requirement-activation.v1", RequirementActivationAnswer.class);
        ANSWERS.put("configuration.v1", ConfigurationAnswer.class);

        FACTS.put("bet-attempt.v1", BetAttempt.class);
    }

    private LedgerTypes() {}

    /** The names that events are stored under. */
    public static StableNames names() {
        StableNames.Builder names = StableNames.builder();
        EVENTS.forEach(names::add);
        return names.build();
    }

    /** The serializer that events are stored with. */
    public static StableNameSerializer eventSerializer() {
        return StableNameSerializer.forEvents(names(), values());
    }

    /** Every event by its permanent name. */
    public static Map<String, Class<? extends LedgerEvent>> events() {
        return Map.copyOf(EVENTS);
    }

    /** Everything that events hold as a value of an open type, by its permanent name: answers, and facts of refusals. */
    public static Map<String, Class<?>> values() {
        Map<String, Class<?>> values = new LinkedHashMap<>(ANSWERS);
        values.putAll(FACTS);
        return values;
    }

    /** Every answer by its permanent name. */
    public static Map<String, Class<? extends Answer>> answers() {
        return Map.copyOf(ANSWERS);
    }
}
