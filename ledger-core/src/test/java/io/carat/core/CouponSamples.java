package io.carat.core;

import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.coupon.BudgetEvent;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.coupon.CouponAnswer;
import io.carat.core.coupon.CouponEnd;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.coupon.CouponStatus;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.player.PlayerEvent;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sample of everything of coupon grants that is stored. */
final class CouponSamples {

    static final String GRANT = "acme.grant.0000000000000000000000000000000b";
    private static final String CAMPAIGN = "acme.campaign.00000000000000000000000000000007";
    private static final String BUDGET = "acme.budget.0000000000000000000000000000000c";
    private static final String BET = "acme.bet.00000000000000000000000000000001";
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
