package io.carat.core.coupon;

import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.claim.ClaimName;
import io.carat.core.coupon.CouponCommand.GrantCoupon;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerEvent.CouponListed;
import io.carat.core.player.PlayerEvent.WalletOpened;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Grants a coupon: the budget is reserved and the grant created in one append (rule book §5). */
final class CouponGranting {

    private final GrantCoupon command;
    private final Facts facts;

    CouponGranting(GrantCoupon command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    /**
     * What a grant is decided on.
     *
     * @param campaign what it promises
     * @param topology the active one; null where it serves none of the campaign's products
     * @param policy the active one of the first product that is served
     * @param existing the same grant, made before
     * @param isOver whether another grant of the player has nothing left and nothing reserved
     */
    record Facts(
            CampaignTerms campaign,
            @Nullable TopologyRef topology,
            @Nullable PolicyRef policy,
            PlayerState player,
            @Nullable CouponState existing,
            BudgetState budget,
            Predicate<String> isOver,
            Instant now) {}

    /** Grants, or refuses: the first failing check wins, in the rule book's order; the budget comes last. */
    Decision decide() {
        TopologyRef topology = facts.topology;
        PolicyRef policy = facts.policy;
        Optional<Rejection> refusal = expired().or(this::ineligible);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        if (topology == null || policy == null) {
            return Decision.rejected(
                    RejectionCode.COUPON_TOPOLOGY_MISMATCH,
                    "The active topology serves no product of campaign " + facts.campaign.code() + ".");
        }
        return claimed().or(this::exhausted).map(Decision::rejected).orElseGet(() -> grant(topology, policy));
    }

    private Optional<Rejection> expired() {
        return facts.now.isBefore(facts.campaign.expiresAt())
                ? Optional.empty()
                : refused(
                        RejectionCode.COUPON_EXPIRED,
                        "Campaign " + facts.campaign.code() + " is over since " + facts.campaign.expiresAt() + ".");
    }

    private Optional<Rejection> ineligible() {
        return new PlayerRefusals(facts.player.controls(), facts.now)
                .bonus()
                .map(why -> Rejection.of(RejectionCode.COUPON_PLAYER_INELIGIBLE, why.detail()));
    }

    private Optional<Rejection> claimed() {
        return facts.existing == null
                ? Optional.empty()
                : refused(
                        RejectionCode.COUPON_ALREADY_CLAIMED,
                        "The player has grant " + command.grantId() + " for " + command.trigger() + " already.");
    }

    private Optional<Rejection> exhausted() {
        long leftMinor = facts.campaign.budgetMinor() - facts.budget.grantedMinor();
        return facts.campaign.faceMinor() <= leftMinor
                ? Optional.empty()
                : refused(
                        RejectionCode.COUPON_BUDGET_EXHAUSTED,
                        "Of the budget of campaign " + facts.campaign.code() + " " + leftMinor
                                + " is left, and a grant takes " + facts.campaign.faceMinor() + ".");
    }

    private static Optional<Rejection> refused(RejectionCode code, String detail) {
        return Optional.of(Rejection.of(code, detail));
    }

    private Decision grant(TopologyRef topology, PolicyRef policy) {
        CouponOffered offered = new CouponOffered(
                command.grantId(),
                command.campaignId(),
                command.playerId(),
                command.trigger(),
                facts.campaign,
                posting(),
                topology,
                policy,
                ClaimName.requestClaimId(command.brandId(), command.request()),
                facts.now);
        List<LedgerEvent> events = new ArrayList<>();
        events.add(offered);
        events.addAll(playerEvents());
        events.add(facts.budget.reserve(
                command.brandId(), command.campaignId(), command.grantId(), facts.campaign.faceMinor()));
        return Decision.accepted(events, CouponAnswer.of(CouponState.evolve(null, offered)));
    }

    private Posting posting() {
        long faceMinor = facts.campaign.faceMinor();
        return new Posting(
                1,
                command.grantId() + "/grant",
                PostingReason.COUPON_GRANT,
                SystemAccount.PROMO.name(),
                command.grantId(),
                faceMinor,
                0,
                faceMinor,
                0,
                command.grantId(),
                null);
    }

    /** The first grant in a currency opens the wallet in it (rule book §1); the player knows the grant from now on. */
    private List<LedgerEvent> playerEvents() {
        String streamId = PlayerState.streamId(command.brandId(), command.playerId());
        String currency = facts.campaign.currency();
        List<LedgerEvent> events = new ArrayList<>();
        if (!facts.player.currencies().contains(currency)) {
            events.add(new WalletOpened(streamId, command.brandId(), command.playerId(), currency));
        }
        events.add(new CouponListed(
                streamId, command.grantId(), currency, facts.player.coupons().unlisted(facts.isOver)));
        return events;
    }
}
