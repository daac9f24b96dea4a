package io.carat.core;

import io.carat.core.bet.BetAttempt;
import io.carat.core.bet.BetEvent;
import io.carat.core.bet.BetResult;
import io.carat.core.bet.CouponPaid;
import io.carat.core.bet.Leg;
import io.carat.core.bet.LegAmount;
import io.carat.core.bet.NamedCoupon;
import io.carat.core.bet.SourceShare;
import io.carat.core.bet.SourceShare.HeldBack;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.coupon.BudgetEvent;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.coupon.CouponAnswer;
import io.carat.core.coupon.CouponEnd;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.coupon.CouponStatus;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerEvent;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import io.carat.core.win.WinEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sample of everything of coupon grants that is stored. */
final class CouponSamples {

    static final String GRANT = "acme.grant.0000000000000000000000000000000b";
    private static final String CAMPAIGN = "acme.campaign.00000000000000000000000000000007";
    private static final String BUDGET = "acme.budget.0000000000000000000000000000000c";
    private static final String BET = "acme.bet.00000000000000000000000000000001";
    private static final String BUCKET = "bucket:acme:p-1:KRW:RUBY_SPLIT_V1:SPORTS_NORMAL";
    private static final String CLAIM = "acme.request.00000000000000000000000000000006";
    private static final Instant TIME = Instant.parse("2026-02-01T12:00:00.123456Z");
    private static final Instant EXPIRES_AT = Instant.parse("2027-01-01T00:00:00Z");

    private CouponSamples() {}

    static List<LedgerEvent> events(CampaignTerms terms) {
        return List.of(
                new PlayerEvent.CouponListed("player:acme:p-1", GRANT, "KRW", List.of("acme.grant.1")),
                new BudgetEvent.BudgetReserved(BUDGET, CAMPAIGN, GRANT, 1_000, 3_000),
                new BudgetEvent.BudgetReleased(BUDGET, CAMPAIGN, GRANT, 400, 2_600),
                new CouponEvent.CouponOffered(
                        GRANT,
                        CAMPAIGN,
                        "p-1",
                        "deposit-17",
                        terms,
                        posting(PostingReason.COUPON_GRANT, "PROMO", GRANT, 0, 1_000, 0, null),
                        new TopologyRef("RUBY_SPLIT_V1", 1),
                        new PolicyRef("CASINO", 1),
                        CLAIM,
                        TIME),
                new CouponEvent.CouponConfirmed(GRANT, TIME),
                new CouponEvent.CouponReserved(
                        GRANT, posting(PostingReason.STAKE, GRANT, "BET_HOLD", 1_000, 600, 400, 1), BET, TIME),
                new CouponEvent.CouponConsumed(
                        GRANT, posting(PostingReason.STAKE_TAKEN, "BET_HOLD", "HOUSE", 600, 600, 0, 1), BET, TIME),
                new CouponEvent.CouponReleased(
                        GRANT, posting(PostingReason.STAKE_REFUND, "BET_HOLD", GRANT, 600, 1_000, 0, 1), BET, TIME),
                new CouponEvent.CouponRestored(
                        GRANT, posting(PostingReason.STAKE_REFUND, "HOUSE", GRANT, 600, 1_000, 0, 1), BET, TIME),
                new CouponEvent.CouponRetaken(
                        GRANT, posting(PostingReason.CORRECTION, GRANT, "HOUSE", 1_000, 600, 0, 1), BET, TIME),
                new CouponEvent.CouponForfeited(
                        GRANT,
                        posting(PostingReason.COUPON_EXPIRY, GRANT, "PROMO", 600, 0, 0, null),
                        CouponEnd.EXPIRED,
                        TIME),
                new CouponEvent.CouponRevoked(GRANT, new AuditNote("first-ops", "asked for"), TIME));
    }

    /** Events of bets with the members that coupons brought, by the golden file of each. */
    static Map<String, LedgerEvent> additions() {
        Money amount = new Money(10_000, "KRW");
        List<Leg> legs = List.of(
                new Leg(1, FundingSource.COUPON, GRANT, "COUPON", 1_000, null),
                new Leg(2, FundingSource.NORMAL, BUCKET, "SPORTS_NORMAL", 9_000, null));
        List<SourceShare> sources = List.of(
                new SourceShare(FundingSource.COUPON, 1_000, 1_000, HeldBack.BALANCE),
                new SourceShare(FundingSource.NORMAL, 9_000, 9_000, null));
        TopologyRef topology = new TopologyRef("RUBY_SPLIT_V1", 1);
        PolicyRef policy = new PolicyRef("SPORTS", 1);
        NamedCoupon named = new NamedCoupon(GRANT, true);
        CouponPaid paid = new CouponPaid(1_000, 400, "acme.bonus.0000000000000000000000000000000d");
        List<LegAmount> amounts = List.of(new LegAmount(1, 1_000), new LegAmount(2, 9_000));
        return Map.of(
                "bet.authorized.v1+coupon",
                new BetEvent.BetAuthorized(
                        BET,
                        "acme",
                        "p-1",
                        "generic",
                        "bet-1",
                        "round-1",
                        "sports-1",
                        "SPORTS",
                        amount,
                        1_500,
                        legs,
                        sources,
                        topology,
                        policy,
                        7,
                        "f0",
                        CLAIM,
                        null,
                        named,
                        null),
                "bet.settled.v1+coupon",
                new BetEvent.BetSettled(BET, "t-1", BetResult.WIN, 20_000, amounts, List.of(), List.of(), true, paid),
                "bet.cashed-out.v1+coupon",
                new BetEvent.BetCashedOut(BET, "t-2", amounts, amounts, true, paid),
                "bet.corrected.v1+coupon",
                new BetEvent.BetCorrected(BET, "t-3", "t-1", 20_000, amounts, List.of(), amounts, paid),
                "win.recorded.v1+couponGrantId",
                new WinEvent.WinRecorded(
                        "acme.win.00000000000000000000000000000008",
                        "acme",
                        "p-1",
                        "generic",
                        CAMPAIGN,
                        null,
                        "SPORTS",
                        "t-8",
                        amount,
                        CouponTarget.WITHDRAWABLE,
                        BUCKET,
                        "SPORTS_NORMAL",
                        0,
                        null,
                        null,
                        topology,
                        policy,
                        GRANT),
                "request.refused.v1+coupon",
                new ClaimEvent.RequestRefused(
                        CLAIM,
                        "key-1",
                        "f0",
                        RejectionCode.COUPON_PARTIAL_NOT_ALLOWED,
                        "Too little.",
                        new BetAttempt(
                                "acme", "p-1", "generic", "bet-1", "SPORTS", amount, 1_500, sources, null, topology,
                                policy, named)));
    }

    static CouponAnswer answer() {
        return new CouponAnswer(
                GRANT, CAMPAIGN, "p-1", CouponStatus.PARTIALLY_USED, "KRW", 1_000, 600, 0, 400, 0, 0, EXPIRES_AT);
    }

    private static Posting posting(
            PostingReason reason, String from, String to, long before, long after, long held, @Nullable Integer leg) {
        return new Posting(
                4, BET + "/settle/t-1", reason, from, to, 400, before, after, held, leg == null ? GRANT : BET, leg);
    }
}
