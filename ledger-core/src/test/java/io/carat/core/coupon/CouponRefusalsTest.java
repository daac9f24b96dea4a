package io.carat.core.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.coupon.CouponEvent.CouponConfirmed;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.core.coupon.CouponEvent.CouponRevoked;
import io.carat.core.coupon.CouponMovement.Booking;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of a coupon, each alone and each before those that come after it (rule book §5). */
class CouponRefusalsTest {

    private static final String GRANT = "acme.grant.0000000000000000000000000000000b";
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Booking BOOKING = new Booking("j", "bet-1", 1);

    /** The order of the rule book. A claim is refused where grants are made. */
    private static final List<RejectionCode> ORDER = List.of(
            RejectionCode.COUPON_NOT_FOUND,
            RejectionCode.COUPON_NOT_OWNER,
            RejectionCode.COUPON_NOT_ACTIVE,
            RejectionCode.COUPON_EXPIRED,
            RejectionCode.COUPON_REVOKED,
            RejectionCode.COUPON_CONSUMED,
            RejectionCode.COUPON_RESERVED,
            RejectionCode.COUPON_PRODUCT_MISMATCH,
            RejectionCode.COUPON_PROVIDER_NOT_ALLOWED,
            RejectionCode.COUPON_CURRENCY_MISMATCH,
            RejectionCode.COUPON_MIN_STAKE,
            RejectionCode.COUPON_MAX_STAKE,
            RejectionCode.COUPON_MIN_ODDS,
            RejectionCode.COUPON_PARTIAL_NOT_ALLOWED,
            RejectionCode.COUPON_MIX_NOT_ALLOWED,
            RejectionCode.COUPON_PLAYER_INELIGIBLE,
            RejectionCode.COUPON_TOPOLOGY_MISMATCH);

    /** Those that exclude each other: an offer is not over, and what is consumed is not reserved. */
    private static final Set<RejectionCode> OF_STATE = EnumSet.of(
            RejectionCode.COUPON_NOT_ACTIVE,
            RejectionCode.COUPON_EXPIRED,
            RejectionCode.COUPON_REVOKED,
            RejectionCode.COUPON_CONSUMED,
            RejectionCode.COUPON_RESERVED);

    /** A bet of 1500 and a grant of 1000 of which everything named fails. */
    private static @Nullable RejectionCode told(Set<RejectionCode> failing) {
        boolean low = failing.contains(RejectionCode.COUPON_MIN_STAKE);
        boolean high = failing.contains(RejectionCode.COUPON_MAX_STAKE);
        CampaignTerms terms = new CampaignTerms(
                "acme",
                "C",
                failing.contains(RejectionCode.COUPON_CURRENCY_MISMATCH) ? "EUR" : "KRW",
                10_000,
                1_000,
                List.of(failing.contains(RejectionCode.COUPON_PRODUCT_MISMATCH) ? "SLOTS" : "SPORTS"),
                List.of(failing.contains(RejectionCode.COUPON_PROVIDER_NOT_ALLOWED) ? "hub88" : "generic"),
                false,
                CouponTarget.NORMAL,
                null,
                failing.contains(RejectionCode.COUPON_EXPIRED) ? NOW : NOW.plusSeconds(1),
                false,
                low ? 1_501L : 1_500L,
                high ? 1_499L : 1_500L,
                failing.contains(RejectionCode.COUPON_MIN_ODDS) ? 2_001 : 2_000);
        boolean partial = failing.contains(RejectionCode.COUPON_PARTIAL_NOT_ALLOWED);
        CouponBet bet = new CouponBet(
                "acme",
                failing.contains(RejectionCode.COUPON_NOT_OWNER) ? "p-2" : "p-1",
                "generic",
                "SPORTS",
                new Money(1_500, "KRW"),
                2_000,
                partial ? 999 : 1_000,
                failing.contains(RejectionCode.COUPON_MIX_NOT_ALLOWED),
                failing.contains(RejectionCode.COUPON_PLAYER_INELIGIBLE) ? "frozen" : null,
                failing.contains(RejectionCode.COUPON_TOPOLOGY_MISMATCH) ? "RUBY_UNIFIED_V1" : "RUBY_SPLIT_V1",
                NOW);
        CouponState grant = failing.contains(RejectionCode.COUPON_NOT_FOUND) ? null : grant(terms, failing);
        return CouponRefusals.first(grant, bet).map(Rejection::code).orElse(null);
    }

    private static CouponState grant(CampaignTerms terms, Set<RejectionCode> failing) {
        Posting posting =
                new Posting(1, "j", PostingReason.COUPON_GRANT, "PROMO", GRANT, 1_000, 0, 1_000, 0, GRANT, null);
        CouponState offered = CouponState.evolve(
                null,
                new CouponOffered(
                        GRANT,
                        "acme.campaign.0",
                        "p-1",
                        "t",
                        terms,
                        posting,
                        new TopologyRef("RUBY_SPLIT_V1", 1),
                        new PolicyRef("SPORTS", 1),
                        "claim",
                        NOW));
        CouponMovement movement = new CouponMovement(offered, NOW.minusSeconds(60));
        if (!failing.contains(RejectionCode.COUPON_NOT_ACTIVE)) {
            movement.record(new CouponConfirmed(GRANT, NOW));
        }
        if (failing.contains(RejectionCode.COUPON_RESERVED) || failing.contains(RejectionCode.COUPON_CONSUMED)) {
            movement.reserve(BOOKING, 1_000);
        }
        if (failing.contains(RejectionCode.COUPON_CONSUMED)) {
            movement.consume(BOOKING, 1_000);
        }
        if (failing.contains(RejectionCode.COUPON_REVOKED)) {
            movement.record(new CouponRevoked(GRANT, new AuditNote("ann", "why"), NOW));
            movement.forfeitIfEnded(BOOKING);
        }
        return movement.state();
    }

    static List<RejectionCode> order() {
        return ORDER;
    }

    @Test
    void findsNothingAgainstACouponThatFits() {
        assertThat(told(Set.of())).isNull();
    }

    @ParameterizedTest
    @MethodSource("order")
    void refusesWhatFailsAlone(RejectionCode code) {
        assertThat(told(Set.of(code))).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("order")
    void refusesTheFirstOfAllThatFail(RejectionCode code) {
        Set<RejectionCode> failing = EnumSet.copyOf(ORDER.subList(ORDER.indexOf(code), ORDER.size()));
        failing.removeIf(other -> other != code && OF_STATE.contains(other));
        assertThat(told(failing)).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("order")
    void refusesNothingOnlyForWhatComesLater(RejectionCode code) {
        for (RejectionCode later : ORDER.subList(ORDER.indexOf(code) + 1, ORDER.size())) {
            boolean together = !(OF_STATE.contains(code) && OF_STATE.contains(later));
            if (together) {
                assertThat(told(EnumSet.of(code, later)))
                        .as("%s before %s", code, later)
                        .isEqualTo(code);
            }
        }
    }

    @Test
    void tellsAnExpiredOfferAsExpired() {
        assertThat(told(EnumSet.of(RejectionCode.COUPON_NOT_ACTIVE, RejectionCode.COUPON_EXPIRED)))
                .isEqualTo(RejectionCode.COUPON_EXPIRED);
    }

    @Test
    void tellsWhatWasTakenBackWhileReservedAsRevoked() {
        assertThat(told(EnumSet.of(RejectionCode.COUPON_REVOKED, RejectionCode.COUPON_RESERVED)))
                .isEqualTo(RejectionCode.COUPON_REVOKED);
        assertThat(told(EnumSet.of(RejectionCode.COUPON_EXPIRED, RejectionCode.COUPON_REVOKED)))
                .isEqualTo(RejectionCode.COUPON_EXPIRED);
    }

    @ParameterizedTest(name = "partial use {0}, face {1}, possible {2}, stake {3}, exclusive {4}: {5}")
    @CsvSource({
        "false, 1000, 1000, 1500, false, ",
        "false, 1000, 999, 999, false, COUPON_PARTIAL_NOT_ALLOWED",
        "false, 1000, 0, 1500, false, COUPON_PARTIAL_NOT_ALLOWED",
        "true, 1000, 999, 999, false, ",
        "true, 1000, 0, 1500, false, ",
        "true, 1000, 1000, 1500, true, COUPON_MIX_NOT_ALLOWED",
        "false, 1000, 1000, 1500, true, COUPON_MIX_NOT_ALLOWED",
        "false, 1000, 999, 1500, true, COUPON_PARTIAL_NOT_ALLOWED",
        "false, 1000, 1000, 1000, true, ",
        "true, 1000, 500, 500, true, "
    })
    void asksAPolicyHowMuchOfACouponItTakes(
            boolean partialUse,
            long availableMinor,
            long possibleMinor,
            long stakeMinor,
            boolean exclusive,
            @Nullable RejectionCode expected) {
        List<RejectionCode> told = new ArrayList<>();
        CouponRefusals.byPolicy(partialUse, availableMinor, possibleMinor, stakeMinor, exclusive)
                .ifPresent(refusal -> told.add(refusal.code()));
        assertThat(told).isEqualTo(expected == null ? List.of() : List.of(expected));
    }
}
