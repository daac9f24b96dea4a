package io.carat.core.coupon;

import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands against a bet's use of a grant: the first failing check wins, in the rule book's order (§5). */
public final class CouponRefusals {

    private CouponRefusals() {}

    /** One check: it fails or it does not. */
    private record Check(boolean fails, RejectionCode code, String detail) {}

    /** The first check that fails; the grant is null where there is none of that id. */
    public static Optional<Rejection> first(@Nullable CouponState grant, CouponBet bet) {
        if (grant == null || !grant.terms().brandId().equals(bet.brandId())) {
            return Optional.of(Rejection.of(RejectionCode.COUPON_NOT_FOUND, "There is no such coupon grant."));
        }
        return checks(grant, bet).stream()
                .filter(Check::fails)
                .findFirst()
                .map(check -> Rejection.of(check.code, check.detail));
    }

    private static List<Check> checks(CouponState grant, CouponBet bet) {
        CampaignTerms terms = grant.terms();
        long stake = bet.stake().amountMinor();
        boolean expired = grant.isExpired(bet.now());
        return List.of(
                new Check(
                        !grant.offered().playerId().equals(bet.playerId()),
                        RejectionCode.COUPON_NOT_OWNER,
                        "The coupon is another player's."),
                new Check(
                        grant.status() == CouponStatus.OFFERED && !expired,
                        RejectionCode.COUPON_NOT_ACTIVE,
                        "The coupon is offered and not yet confirmed."),
                new Check(expired, RejectionCode.COUPON_EXPIRED, "The coupon is over since " + terms.expiresAt() + "."),
                new Check(grant.revoked(), RejectionCode.COUPON_REVOKED, "The coupon was taken back."),
                new Check(
                        grant.status() == CouponStatus.CONSUMED,
                        RejectionCode.COUPON_CONSUMED,
                        "Nothing is left of the coupon."),
                new Check(
                        grant.amounts().reserved() > 0, RejectionCode.COUPON_RESERVED, "Another bet holds the coupon."),
                new Check(
                        !terms.products().contains(bet.product()),
                        RejectionCode.COUPON_PRODUCT_MISMATCH,
                        "The coupon is not for " + bet.product() + "."),
                new Check(
                        !terms.covers(bet.providerId()),
                        RejectionCode.COUPON_PROVIDER_NOT_ALLOWED,
                        "The coupon is not for provider " + bet.providerId() + "."),
                new Check(
                        !terms.currency().equals(bet.stake().currency()),
                        RejectionCode.COUPON_CURRENCY_MISMATCH,
                        "The coupon is in " + terms.currency() + "."),
                new Check(
                        terms.minStakeMinor() != null && stake < terms.minStakeMinor(),
                        RejectionCode.COUPON_MIN_STAKE,
                        "The coupon is for stakes from " + terms.minStakeMinor() + ", not " + stake + "."),
                new Check(
                        terms.maxStakeMinor() != null && stake > terms.maxStakeMinor(),
                        RejectionCode.COUPON_MAX_STAKE,
                        "The coupon is for stakes up to " + terms.maxStakeMinor() + ", not " + stake + "."),
                new Check(
                        isBelow(terms.minOddsMilli(), bet.oddsMilli()),
                        RejectionCode.COUPON_MIN_ODDS,
                        "The coupon is for odds from " + terms.minOddsMilli() + " thousandths."),
                new Check(
                        isPartial(terms.partialUse(), terms.faceMinor(), bet.possibleMinor()),
                        RejectionCode.COUPON_PARTIAL_NOT_ALLOWED,
                        partial(terms.faceMinor(), bet.possibleMinor())),
                new Check(
                        isMixed(bet.exclusive(), stake, bet.possibleMinor()),
                        RejectionCode.COUPON_MIX_NOT_ALLOWED,
                        mixed(stake, bet.possibleMinor())),
                new Check(
                        bet.ineligible() != null,
                        RejectionCode.COUPON_PLAYER_INELIGIBLE,
                        String.valueOf(bet.ineligible())),
                new Check(
                        !grant.offered().topology().code().equals(bet.topologyCode()),
                        RejectionCode.COUPON_TOPOLOGY_MISMATCH,
                        "The coupon was granted under topology "
                                + grant.offered().topology().code() + "."));
    }

    /** Without odds, a bet has none that are high enough. */
    private static boolean isBelow(@Nullable Integer minOddsMilli, @Nullable Integer oddsMilli) {
        return minOddsMilli != null && (oddsMilli == null || oddsMilli < minOddsMilli);
    }

    /** What a policy alone makes of a coupon that may be used otherwise; amounts in minor units. */
    public static Optional<Rejection> byPolicy(
            boolean partialUse, long availableMinor, long possibleMinor, long stakeMinor, boolean exclusive) {
        if (isPartial(partialUse, availableMinor, possibleMinor)) {
            return Optional.of(
                    Rejection.of(RejectionCode.COUPON_PARTIAL_NOT_ALLOWED, partial(availableMinor, possibleMinor)));
        }
        return isMixed(exclusive, stakeMinor, possibleMinor)
                ? Optional.of(Rejection.of(RejectionCode.COUPON_MIX_NOT_ALLOWED, mixed(stakeMinor, possibleMinor)))
                : Optional.empty();
    }

    private static boolean isPartial(boolean partialUse, long faceMinor, long possibleMinor) {
        return !partialUse && possibleMinor < faceMinor;
    }

    private static String partial(long faceMinor, long possibleMinor) {
        return "The coupon is used as a whole: of its " + faceMinor + " the bet would take " + possibleMinor + ".";
    }

    private static boolean isMixed(boolean exclusive, long stakeMinor, long possibleMinor) {
        return exclusive && possibleMinor < stakeMinor;
    }

    private static String mixed(long stakeMinor, long possibleMinor) {
        return "One source gives the whole stake here, and the coupon gives " + possibleMinor + " of " + stakeMinor
                + ".";
    }
}
