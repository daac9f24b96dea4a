package io.carat.core;

import io.carat.core.access.TokenEvent;
import io.carat.core.bet.BetAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetAttempt;
import io.carat.core.bet.BetAttribution;
import io.carat.core.bet.BetEvent;
import io.carat.core.bet.BetResult;
import io.carat.core.bet.BetStatus;
import io.carat.core.bet.Leg;
import io.carat.core.bet.LegAmount;
import io.carat.core.bet.LinkedBonus;
import io.carat.core.bet.SourceShare;
import io.carat.core.bet.SourceShare.HeldBack;
import io.carat.core.bonus.BonusAnswer;
import io.carat.core.bonus.BonusCancelledAnswer;
import io.carat.core.bonus.BonusEvent;
import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.bucket.LotPart;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.RequirementActivationAnswer;
import io.carat.core.catalogue.BrandLimits;
import io.carat.core.catalogue.CatalogueEvent;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.configuration.ConfigurationAnswer;
import io.carat.core.coupon.CampaignAnswer;
import io.carat.core.coupon.CampaignEvent;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.Answer;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.deposit.DepositAnswer;
import io.carat.core.deposit.DepositEvent;
import io.carat.core.money.Money;
import io.carat.core.player.Limit;
import io.carat.core.player.LimitOwner;
import io.carat.core.player.LimitSet;
import io.carat.core.player.PlayerEvent;
import io.carat.core.points.PointsAnswer;
import io.carat.core.points.PointsTransferEvent;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PointsLimits;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.PolicyEvent;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.SourceLimit;
import io.carat.core.policy.TransferLimits;
import io.carat.core.provider.CallbackContract;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.PayoutBasis;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.ProviderProfile.BetRules;
import io.carat.core.provider.ProviderProfile.Bounds;
import io.carat.core.provider.ProviderProfile.Replies;
import io.carat.core.provider.ProviderProfile.Retry;
import io.carat.core.provider.ProviderProfile.Wire;
import io.carat.core.provider.RollbackReply;
import io.carat.core.provider.SignatureScheme;
import io.carat.core.provider.WireCode;
import io.carat.core.review.ReviewAnswer;
import io.carat.core.review.ReviewEvent;
import io.carat.core.review.ReviewKind;
import io.carat.core.rolling.Attribution;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.session.SessionEvent;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.PlatformEvent;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyEvent;
import io.carat.core.topology.TopologyRef;
import io.carat.core.topology.TransferPair;
import io.carat.core.transfer.MovedRolling;
import io.carat.core.transfer.TransferAnswer;
import io.carat.core.transfer.TransferEvent;
import io.carat.core.transfer.TransferNoop;
import io.carat.core.win.WinAnswer;
import io.carat.core.win.WinEvent;
import io.carat.core.withdrawal.WithdrawalAnswer;
import io.carat.core.withdrawal.WithdrawalEvent;
import io.carat.core.withdrawal.WithdrawalStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sample of everything that is stored, with every field set that can be set. */
final class StoredSamples {

    private static final String BET = "acme.bet.00000000000000000000000000000001";
    private static final String BONUS = "acme.bonus.00000000000000000000000000000002";
    private static final String DEPOSIT = "acme.deposit.00000000000000000000000000000003";
    private static final String REQUIREMENT = "acme.requirement.00000000000000000000000000000004";
    private static final String RECEIVABLE = "acme.receivable.00000000000000000000000000000009";
    private static final String WITHDRAWAL = "acme.withdrawal.00000000000000000000000000000005";
    private static final String CAMPAIGN = "acme.campaign.00000000000000000000000000000007";
    private static final String REVIEW = "acme.review.0000000000000000000000000000000a";
    private static final String WIN = "acme.win.00000000000000000000000000000008";
    private static final String LOT = "acme.lot.0000000000000000000000000000000b";
    private static final String EXPIRY = "acme.expiry.0000000000000000000000000000000c";
    private static final String POINTS_TRANSFER = "acme.pointstransfer.0000000000000000000000000000000d";
    private static final String POINTS = "bucket:acme:p-1:PTS:RUBY_SPLIT_V1:POINTS";
    private static final String TRANSFER = "acme.transfer.0000000000000000000000000000000b";
    private static final String CHILD = "acme.requirement.0000000000000000000000000000000c";
    private static final Instant EXPIRES_AT = Instant.parse("2027-01-01T00:00:00Z");
    private static final String CLAIM = "acme.request.00000000000000000000000000000006";
    private static final String PLAYER = "player:acme:p-1";
    private static final String FINGERPRINT = "f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0";
    private static final BucketKey KEY = new BucketKey("acme", "p-1", "KRW", "RUBY_SPLIT_V1", "SPORTS_NORMAL");
    private static final String BUCKET = KEY.bucketId();
    private static final Money AMOUNT = new Money(10_000, "KRW");
    private static final TopologyRef TOPOLOGY = new TopologyRef("RUBY_SPLIT_V1", 1);
    private static final AuditNote AUDIT = new AuditNote("first-admin", "try EXCLUSIVE");
    private static final PolicyRef POLICY = new PolicyRef("SPORTS", 1);
    private static final ProviderProfile PROFILE = new ProviderProfile(
            "hub88",
            2,
            new Wire(
                    CallbackContract.HUB88,
                    SignatureScheme.RSA_SHA256,
                    Map.of(
                            CallbackOperation.BET, List.of("bet", "transaction/bet"),
                            CallbackOperation.WIN, List.of("win"),
                            CallbackOperation.ROLLBACK, List.of("rollback"),
                            CallbackOperation.BALANCE, List.of("balance")),
                    "acme",
                    5,
                    List.of("fundingSource", "useBonus")),
            new BetRules(true, false, PayoutBasis.NET, true, false),
            new Replies(
                    RollbackReply.SUCCESS,
                    RollbackReply.REFUSAL,
                    Map.of(
                            "INTERNAL", new WireCode("RS_ERROR_UNKNOWN", 500),
                            "BET_NOT_FOUND", new WireCode("RS_ERROR_TRANSACTION_DOES_NOT_EXIST", 200)),
                    new WireCode("RS_ERROR_UNKNOWN", 200),
                    new Retry(Set.of(500, 503), 1)),
            new Bounds(100, 8));
    private static final List<LegAmount> AMOUNTS = List.of(new LegAmount(1, 5_000), new LegAmount(2, 15_000));
    private static final List<LegPart> PARTS = List.of(
            new LegPart(1, FundingSource.BONUS, "SPORTS_BONUS", 2_500),
            new LegPart(2, FundingSource.NORMAL, "SPORTS_NORMAL", 7_500));

    private static final List<SourceShare> SOURCES = List.of(
            new SourceShare(FundingSource.COUPON, 0, 0, HeldBack.EMPTY),
            new SourceShare(FundingSource.BONUS, 2_500, 2_500, HeldBack.BALANCE),
            new SourceShare(FundingSource.NORMAL, 9_000, 7_500, null),
            new SourceShare(FundingSource.WITHDRAWABLE, 1_000, 0, HeldBack.NOT_NEEDED));
    private static final Instant TIME = Instant.parse("2026-02-01T12:00:00.123456Z");
    private static final AuditNote NOTE = new AuditNote("first-ops", "asked for");

    private StoredSamples() {}

    static List<LedgerEvent> events() {
        return List.of(
                new CatalogueEvent.BrandDefined("brand:acme", "acme", List.of("KRW", "EUR"), "UTC"),
                new CatalogueEvent.BrandSuspended("brand:acme", "acme", NOTE),
                new CatalogueEvent.BrandResumed("brand:acme", "acme", NOTE),
                new CatalogueEvent.BrandLimitsSet("brand:acme", "acme", new BrandLimits("KRW", 10_000L, 20_000L), NOTE),
                new TokenEvent.TokenIssued("token:t-1", "t-1", "till-7", "PROVIDER", "acme", List.of("generic"), NOTE),
                new TokenEvent.TokenRevoked("token:t-1", "t-1", "till-7", NOTE),
                new PlayerEvent.DepositCounted(PLAYER, "KRW", LocalDate.of(2026, 1, 31), 10_000),
                new PlayerEvent.PlayerFrozen(PLAYER, "acme", "p-1", NOTE),
                new PlayerEvent.PlayerUnfrozen(PLAYER, "acme", "p-1", NOTE),
                new PlayerEvent.PlayerExcluded(PLAYER, "acme", "p-1", TIME, NOTE),
                new PlayerEvent.PlayerLimitsSet(
                        PLAYER,
                        "acme",
                        "p-1",
                        new LimitSet(
                                LimitOwner.PLAYER,
                                "KRW",
                                Limit.of(5_000L),
                                new Limit(20_000L, 30_000L, TIME),
                                Limit.NONE),
                        NOTE),
                new CatalogueEvent.ProviderRegistered("provider:generic", "generic"),
                new CatalogueEvent.GameRegistered("game:generic:slots-1", "generic", "slots-1", "SLOTS"),
                new CatalogueEvent.BrandSet("brand:acme", "acme", List.of("KRW", "EUR"), "UTC", AUDIT),
                new CatalogueEvent.ProviderConnected("provider:generic", "generic", AUDIT),
                new CatalogueEvent.ProfileDefined("provider:hub88", PROFILE, AUDIT),
                new CatalogueEvent.ProfileActivated("provider:hub88", "hub88", 2, AUDIT),
                new CatalogueEvent.ProviderSecretReplaced(
                        "provider:hub88", "hub88", SignatureScheme.RSA_SHA256, "0123456789abcdef", AUDIT),
                new CatalogueEvent.GameListed("game:generic:slots-1", "generic", "slots-1", "SLOTS", AUDIT),
                new SessionEvent.GameSessionOpened(
                        "session:" + FINGERPRINT,
                        "acme",
                        "p-1",
                        "generic",
                        "KRW",
                        Instant.parse("2026-01-01T12:00:00Z")),
                new TopologyEvent.TopologyDefined("topology:RUBY_SPLIT_V1", SeedsForTest.split()),
                new TopologyEvent.TopologyCreated("topology:SMALL", small(), AUDIT),
                new PlatformEvent.TopologyActivated("platform", TOPOLOGY),
                new PlatformEvent.TopologySwitched("platform", new TopologyRef("SMALL", 2), TOPOLOGY, 77, AUDIT),
                new PolicyEvent.PolicyDefined(
                        "policy:SPORTS",
                        SeedsForTest.with(
                                SeedsForTest.policy("SPORTS"),
                                Map.of(FundingSource.BONUS, new SourceLimit(100, 50_000, 5_000)))),
                new PolicyEvent.PolicyCreated("policy:SPORTS", SeedsForTest.policy("SPORTS"), AUDIT),
                new PolicyEvent.PolicyActivated("policy:SPORTS", POLICY, AUDIT),
                new ClaimEvent.RequestAnswered(CLAIM, "key-1", FINGERPRINT, CLAIM, new ConfigurationAnswer("platform")),
                new ClaimEvent.RequestRefused(
                        CLAIM, "key-1", FINGERPRINT, RejectionCode.INSUFFICIENT_FUNDS, "Required 2, there is 1."),
                new PlayerEvent.WalletOpened(PLAYER, "acme", "p-1", "KRW"),
                new PlayerEvent.RequirementNumbered(PLAYER, REQUIREMENT, BUCKET, 7),
                new BucketEvent.BucketOpened(BUCKET, KEY, BucketRole.NORMAL, TOPOLOGY),
                new BucketEvent.BucketCredited(
                        BUCKET,
                        posting(PostingReason.DEPOSIT, "PSP", BUCKET, 0, 10_000, 0, null),
                        requirement(),
                        new BonusTerms(BONUS, 10_000, 170_000L, 50_000L)),
                new BucketEvent.BucketDebited(
                        BUCKET, posting(PostingReason.SWEEP, BUCKET, "bucket:other", 10_000, 0, 0, null)),
                new BucketEvent.FundsHeld(
                        BUCKET, posting(PostingReason.STAKE, BUCKET, "BET_HOLD", 10_000, 0, 10_000, 2)),
                new BucketEvent.HoldReturned(
                        BUCKET, posting(PostingReason.STAKE_REFUND, "BET_HOLD", BUCKET, 0, 10_000, 0, 2)),
                new BucketEvent.HoldTaken(BUCKET, posting(PostingReason.STAKE_TAKEN, "BET_HOLD", "HOUSE", 0, 0, 0, 2)),
                new BucketEvent.ReceivableOpened(
                        BUCKET,
                        posting(PostingReason.RECEIVABLE_OPENED, "RECEIVABLE", "HOUSE", 500, 500, 0, null),
                        RECEIVABLE,
                        BET),
                new BucketEvent.ReceivableRecovered(BUCKET, RECEIVABLE, 4_000),
                new BucketEvent.ReceivableCancelled(
                        BUCKET,
                        posting(PostingReason.RECEIVABLE_CANCELLED, "HOUSE", "RECEIVABLE", 500, 500, 0, null),
                        RECEIVABLE),
                new BucketEvent.RequirementImposed(BUCKET, requirement()),
                new BucketEvent.RequirementRecalculated(BUCKET, REQUIREMENT, 5_000, 15_000),
                new BucketEvent.RequirementSuspended(BUCKET, REQUIREMENT, BONUS),
                new BucketEvent.RequirementResumed(BUCKET, REQUIREMENT, 4_500),
                new BucketEvent.AttributionReversed(BUCKET, BET, REQUIREMENT, 3_500, 1_000),
                new BucketEvent.ConversionReversed(BUCKET, BONUS, 1_200),
                new BucketEvent.RequirementActivated(BUCKET, REQUIREMENT),
                new BucketEvent.StakeAttributed(BUCKET, BET, new Attribution(REQUIREMENT, 5_000, 7_000, 3_500), 4_500),
                new BucketEvent.RequirementMoved(BUCKET, REQUIREMENT, TRANSFER, 7_501, 22_500),
                new BucketEvent.RequirementInherited("bucket:other", TRANSFER, REQUIREMENT, inherited()),
                new BucketEvent.RequirementReopened(BUCKET, REQUIREMENT),
                new BucketEvent.RequirementCompleted(BUCKET, REQUIREMENT, CompletionReason.FULFILLED),
                new BucketEvent.BonusQueued(
                        BUCKET, new BonusTerms(BONUS, 10_000, null, null, TIME, null), requirement()),
                new BucketEvent.BonusDequeued(BUCKET, BONUS, CompletionReason.CANCELLED),
                new BonusEvent.BonusGranted(
                        BONUS,
                        "acme",
                        "p-1",
                        AMOUNT,
                        BUCKET,
                        "SPORTS_BONUS",
                        REQUIREMENT,
                        100_000,
                        170_000L,
                        TIME,
                        DEPOSIT,
                        TOPOLOGY,
                        POLICY,
                        CLAIM),
                new BonusEvent.BonusCancelled(BONUS, NOTE),
                new BucketEvent.BonusEnded(BUCKET, BONUS, CompletionReason.LOW_BALANCE, 170_000),
                new BucketEvent.LateConversionCounted(BUCKET, BONUS, 1_200),
                new PointsEvent.PointsCredited(
                        POINTS,
                        posting(PostingReason.POINTS_CREDIT, "POINTS_ISSUE", POINTS, 0, 10_000, 0, null),
                        LOT,
                        EXPIRES_AT,
                        "loyalty"),
                new PointsEvent.PointsSpent(
                        POINTS,
                        posting(PostingReason.POINTS_TRANSFER, POINTS, "POINTS_ISSUE", 10_000, 0, 0, null),
                        List.of(new LotPart(LOT, 10_000, 500))),
                new PointsEvent.PointsExpired(
                        POINTS,
                        posting(PostingReason.POINTS_EXPIRY, POINTS, "POINTS_ISSUE", 10_000, 0, 0, null),
                        EXPIRY,
                        LOT,
                        EXPIRES_AT),
                new PointsEvent.PointsRestored(
                        POINTS,
                        posting(PostingReason.POINTS_RESTORE, "POINTS_ISSUE", POINTS, 0, 10_000, 0, null),
                        LOT,
                        EXPIRES_AT,
                        EXPIRY,
                        NOTE),
                new PointsTransferEvent.PointsTransferred(
                        POINTS_TRANSFER,
                        "acme",
                        "p-1",
                        POINTS,
                        "POINTS",
                        BUCKET,
                        "SPORTS_NORMAL",
                        12_345,
                        12_300,
                        AMOUNT,
                        new PointsTerms(100, 10, 30_000),
                        REQUIREMENT,
                        3_690,
                        TOPOLOGY,
                        POLICY),
                new DepositEvent.DepositCredited(
                        DEPOSIT,
                        "acme",
                        "p-1",
                        AMOUNT,
                        BUCKET,
                        "SPORTS_NORMAL",
                        "payment-1",
                        REQUIREMENT,
                        10_000,
                        TOPOLOGY,
                        POLICY,
                        FINGERPRINT,
                        CLAIM),
                authorized(null),
                new BetEvent.BetSettled(
                        BET,
                        "t-1",
                        BetResult.WIN,
                        20_000,
                        AMOUNTS,
                        AMOUNTS,
                        List.of(new BetAttribution("SPORTS_NORMAL", REQUIREMENT, 3_500)),
                        true),
                new BetEvent.BetCashedOut(BET, "t-6", AMOUNTS, AMOUNTS, false),
                new BetEvent.BetCorrected(BET, "t-7", "t-1", 20_000, AMOUNTS, AMOUNTS, AMOUNTS),
                new BetEvent.BetRolledBack(BET, "t-2", AMOUNTS),
                new BetEvent.BetVoided(BET, "t-3", AMOUNTS, AMOUNTS),
                new BetEvent.BetHalfVoided(BET, "t-4", AMOUNTS),
                new BetEvent.BetTombstoned(BET, "acme", "p-1", "KRW", "generic", "bet-1", "t-5"),
                new WithdrawalEvent.WithdrawalRequested(
                        WITHDRAWAL, "acme", "p-1", AMOUNT, BUCKET, "account-1", TOPOLOGY),
                new WithdrawalEvent.WithdrawalApproved(WITHDRAWAL),
                new WithdrawalEvent.WithdrawalPaymentStarted(WITHDRAWAL, "psp", AMOUNT, "account-1"),
                new WithdrawalEvent.WithdrawalPaid(WITHDRAWAL),
                new WithdrawalEvent.WithdrawalFailed(WITHDRAWAL),
                new WithdrawalEvent.WithdrawalRejected(WITHDRAWAL),
                new WithdrawalEvent.WithdrawalCancelled(WITHDRAWAL),
                new ReviewEvent.ReviewOpened(
                        REVIEW,
                        ReviewKind.CORRECTION_REQUIREMENT,
                        "acme",
                        "p-1",
                        "KRW",
                        BET,
                        BUCKET,
                        REQUIREMENT,
                        10_000),
                new TransferEvent.TransferMade(
                        TRANSFER,
                        "acme",
                        "p-1",
                        AMOUNT,
                        BUCKET,
                        "SPORTS_NORMAL",
                        "bucket:other",
                        "CASINO_NORMAL",
                        List.of(new MovedRolling(REQUIREMENT, CHILD, 7_501, 22_500)),
                        TOPOLOGY,
                        POLICY,
                        FINGERPRINT,
                        CLAIM),
                new ReviewEvent.ReviewClosed(REVIEW, new AuditNote("finance-1", "spoke with the player")),
                new CampaignEvent.CampaignDefined(CAMPAIGN, campaign(), FINGERPRINT, CLAIM),
                new WinEvent.WinRecorded(
                        WIN,
                        "acme",
                        "p-1",
                        "generic",
                        CAMPAIGN,
                        "slots-1",
                        "SLOTS",
                        "t-8",
                        AMOUNT,
                        CouponTarget.NORMAL,
                        BUCKET,
                        "SPORTS_NORMAL",
                        4_000,
                        REQUIREMENT,
                        BONUS,
                        TOPOLOGY,
                        POLICY,
                        null));
    }

    static CampaignTerms campaign() {
        return new CampaignTerms(
                "acme",
                "SPRING",
                "KRW",
                1_000_000,
                1_000,
                List.of("SLOTS", "LIVE"),
                List.of("generic"),
                true,
                CouponTarget.BONUS,
                100_000,
                EXPIRES_AT,
                true,
                100L,
                50_000L,
                1_500);
    }

    private static Topology small() {
        return new Topology(
                "SMALL",
                2,
                List.of(new BucketType("N", BucketRole.NORMAL), new BucketType("POINTS", BucketRole.POINTS)),
                List.of(new ProductRoute("SPORTS", "N", "B", "SPORTS")),
                List.of(new TransferPair("POINTS", "N")));
    }

    /** Events with members that came after their names were given, by the golden file of each. */
    static Map<String, LedgerEvent> additions() {
        Map<String, LedgerEvent> additions = new HashMap<>(CouponSamples.additions());
        additions.put(
                "requirement.inherited.v1+creditNumber",
                new BucketEvent.RequirementInherited(
                        "bucket:other", TRANSFER, REQUIREMENT, inherited().creditedAs(12)));
        additions.putAll(Map.of(
                "request.refused.v1+facts",
                new ClaimEvent.RequestRefused(
                        CLAIM,
                        "key-1",
                        FINGERPRINT,
                        RejectionCode.LIMIT_EXCEEDED,
                        "Too much.",
                        new BetAttempt(
                                "acme", "p-1", "generic", "bet-1", "SPORTS", AMOUNT, 1_500, SOURCES, 50_000L, TOPOLOGY,
                                POLICY)),
                "policy.created.v1+pointsLimits",
                new PolicyEvent.PolicyCreated(
                        "policy:SPORTS",
                        SeedsForTest.with(SeedsForTest.policy("SPORTS"), new PointsLimits(500, 100_000)),
                        AUDIT),
                "bet.authorized.v1+bonusMaxStakeMinor",
                authorized(50_000L),
                "bet.authorized.v1+linkedBonus",
                authorized(null, new LinkedBonus(BONUS, "SPORTS_BONUS", REQUIREMENT)),
                "bet.settled.v1+normalProgressMinor",
                new BetEvent.BetSettled(
                        BET,
                        "t-1",
                        BetResult.LOSE,
                        0,
                        List.of(),
                        List.of(),
                        List.of(new BetAttribution("SPORTS_BONUS", REQUIREMENT, 3_500, 1_200L)),
                        true),
                "requirement.stake-attributed.v1+normalProgressMinor",
                new BucketEvent.StakeAttributed(
                        BUCKET, BET, new Attribution(REQUIREMENT, 5_000, 7_000, 3_500, 1_200L), 4_500),
                "requirement.attribution-reversed.v1+normalProgressMinor",
                new BucketEvent.AttributionReversed(BUCKET, BET, REQUIREMENT, 3_500, 1_000, 1_200L),
                "bucket.credited.v1+expiresAt",
                new BucketEvent.BucketCredited(
                        BUCKET,
                        posting(PostingReason.BONUS_GRANT, "PROMO", BUCKET, 0, 10_000, 0, null),
                        requirement().until(TIME),
                        new BonusTerms(BONUS, 10_000, null, null, TIME, null)),
                "request.answered.v1+expiresAt",
                new ClaimEvent.RequestAnswered(
                        CLAIM,
                        "key-1",
                        FINGERPRINT,
                        CLAIM,
                        new BonusAnswer(
                                BONUS,
                                "QUEUED",
                                "SPORTS_BONUS",
                                10_000,
                                "KRW",
                                RequirementSummary.created(REQUIREMENT, 10_000),
                                TOPOLOGY,
                                POLICY,
                                TIME,
                                DEPOSIT)),
                "policy.created.v1+transferLimits",
                new PolicyEvent.PolicyCreated(
                        "policy:SPORTS",
                        SeedsForTest.with(SeedsForTest.policy("SPORTS"), new TransferLimits(100, 50_000)),
                        AUDIT)));
        return additions;
    }

    private static BetEvent.BetAuthorized authorized(@Nullable Long bonusMaxStakeMinor) {
        return authorized(bonusMaxStakeMinor, null);
    }

    private static BetEvent.BetAuthorized authorized(
            @Nullable Long bonusMaxStakeMinor, @Nullable LinkedBonus linkedBonus) {
        return new BetEvent.BetAuthorized(
                BET,
                "acme",
                "p-1",
                "generic",
                "bet-1",
                "round-1",
                "sports-1",
                "SPORTS",
                AMOUNT,
                1_500,
                List.of(
                        new Leg(1, FundingSource.BONUS, "bucket:bonus", "SPORTS_BONUS", 2_500, BONUS),
                        new Leg(2, FundingSource.NORMAL, BUCKET, "SPORTS_NORMAL", 7_500, null)),
                SOURCES,
                TOPOLOGY,
                POLICY,
                7,
                FINGERPRINT,
                CLAIM,
                bonusMaxStakeMinor,
                null,
                linkedBonus);
    }

    static List<Answer> answers() {
        RequirementSummary summary = new RequirementSummary(REQUIREMENT, 10_000, RequirementStatus.PENDING);
        return List.of(
                new BetAnswer.BetAuthorizedAnswer(BET, BetStatus.AUTHORIZED, PARTS, TOPOLOGY, POLICY),
                new BetAnswer.BetSettledAnswer(BET, "t-1", BetStatus.SETTLED, 20_000, PARTS, PARTS),
                new BetAnswer.BetCorrectedAnswer(BET, "t-7", BetStatus.SETTLED, 20_000, 5_000, PARTS),
                new BetAnswer.BetReversedAnswer(BET, "t-2", BetStatus.ROLLED_BACK, PARTS),
                new DepositAnswer(DEPOSIT, "CREDITED", "SPORTS_NORMAL", 10_000, "KRW", summary, TOPOLOGY, POLICY),
                new BonusAnswer(BONUS, "ACTIVE", "SPORTS_BONUS", 10_000, "KRW", summary, TOPOLOGY, POLICY, null, null),
                new BonusCancelledAnswer(BONUS, "CANCELLED", "SPORTS_BONUS", 9_000, "KRW"),
                new WithdrawalAnswer(WITHDRAWAL, WithdrawalStatus.HELD, 10_000, "KRW"),
                new CampaignAnswer(
                        CAMPAIGN,
                        "acme",
                        "SPRING",
                        "KRW",
                        1_000_000,
                        1_000,
                        List.of("SLOTS", "LIVE"),
                        List.of("generic"),
                        true,
                        CouponTarget.BONUS,
                        100_000,
                        EXPIRES_AT,
                        true,
                        100L,
                        50_000L,
                        new BigDecimal("1.5"),
                        null),
                new WinAnswer(
                        WIN,
                        "t-8",
                        "CREDITED",
                        CAMPAIGN,
                        "SPORTS_NORMAL",
                        10_000,
                        4_000,
                        "KRW",
                        summary,
                        BONUS,
                        TOPOLOGY,
                        POLICY),
                CouponSamples.answer(),
                new PointsAnswer.LotAnswer(LOT, "RESTORED", 10_000, EXPIRES_AT, EXPIRY, 10_500),
                new PointsAnswer.TransferAnswer(
                        POINTS_TRANSFER,
                        "TRANSFERRED",
                        "SPORTS_NORMAL",
                        12_300,
                        45,
                        1_230,
                        "KRW",
                        summary,
                        TOPOLOGY,
                        POLICY),
                new TransferAnswer(
                        TRANSFER,
                        "DONE",
                        "SPORTS_NORMAL",
                        "CASINO_NORMAL",
                        10_000,
                        "KRW",
                        10_000,
                        List.of(new TransferAnswer.InheritedPart(REQUIREMENT, CHILD, 7_501, 22_500)),
                        TOPOLOGY,
                        POLICY),
                new TransferNoop("NOOP", "UNIFIED_SINGLE_NORMAL", 0),
                new ReviewAnswer(REVIEW, "CLOSED"),
                new RequirementActivationAnswer(REQUIREMENT, RequirementStatus.ACTIVE),
                new BetAnswer.StakelessBetAnswer(BET, "bet-1"),
                new ConfigurationAnswer("platform"));
    }

    private static RequirementTerms requirement() {
        return new RequirementTerms(
                REQUIREMENT,
                RequirementKind.DEPOSIT,
                DEPOSIT,
                7,
                RequirementTerms.NORMAL_PRIORITY,
                10_000,
                10_000,
                10_000,
                SeedsForTest.policy("SPORTS").bonusRolling().contributions(),
                TOPOLOGY,
                POLICY);
    }

    private static RequirementTerms inherited() {
        return new RequirementTerms(
                CHILD,
                RequirementKind.DEPOSIT,
                DEPOSIT,
                7,
                RequirementTerms.NORMAL_PRIORITY,
                7_501,
                10_000,
                7_501,
                Map.of("SLOTS", new Contribution(5_000, 1_500)),
                TOPOLOGY,
                POLICY,
                EXPIRES_AT,
                REQUIREMENT);
    }

    private static Posting posting(
            PostingReason reason,
            String from,
            String to,
            long availableBeforeMinor,
            long availableAfterMinor,
            long heldAfterMinor,
            @Nullable Integer leg) {
        return new Posting(
                3,
                BET + "/authorize",
                reason,
                from,
                to,
                10_000,
                availableBeforeMinor,
                availableAfterMinor,
                heldAfterMinor,
                BET,
                leg);
    }
}
