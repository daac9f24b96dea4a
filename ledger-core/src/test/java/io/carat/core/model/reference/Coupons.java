package io.carat.core.model.reference;

import io.carat.core.model.reference.Offer.Define;
import io.carat.core.model.reference.Offer.Give;
import io.carat.core.model.reference.Offer.Revoke;
import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Step.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grants of campaigns: given, confirmed, expired, taken back, and whether a bet may use one (§5). */
final class Coupons {

    private final House house;
    private final Campaigns campaigns;
    private final Map<GrantRef, Coupon> grants = new LinkedHashMap<>();
    private final Map<List<String>, Long> budgets = new HashMap<>();

    Coupons(House house, Campaigns campaigns) {
        this.house = house;
        this.campaigns = campaigns;
    }

    @Nullable
    Coupon find(@Nullable GrantRef ref) {
        return ref == null ? null : grants.get(ref);
    }

    Told give(int step, Give it) {
        GrantRef ref = it.grant();
        if (!house.rules.brands().containsKey(it.brand())) {
            return Told.refused("BRAND_NOT_FOUND");
        }
        Define campaign = campaigns.find(it.brand(), ref.campaign());
        if (campaign == null) {
            return Told.refused("CAMPAIGN_NOT_FOUND");
        }
        if (grants.containsKey(ref)) {
            return Told.refused("COUPON_ALREADY_CLAIMED");
        }
        if (house.now >= campaign.expiresAt()) {
            return Told.refused("COUPON_EXPIRED");
        }
        List<String> name = List.of(it.brand(), ref.campaign());
        long given = budgets.getOrDefault(name, 0L) + campaign.face();
        if (given > campaign.budget()) {
            return Told.refused("COUPON_BUDGET_EXHAUSTED");
        }
        budgets.put(name, given);
        house.open(it.brand(), ref.player(), campaign.currency());
        grants.put(ref, new Coupon(ref, campaign, house));
        return Told.done(step, "");
    }

    void confirm(Job.ConfirmCoupon it) {
        Coupon coupon = grants.get(it.grant());
        if (coupon != null) {
            coupon.isConfirmed = true;
        }
    }

    void expire(Job.ExpireCoupon it) {
        Coupon coupon = grants.get(it.grant());
        if (coupon != null) {
            coupon.expire();
        }
    }

    Told revoke(int step, Revoke it) {
        Coupon coupon = grants.get(it.grant());
        if (coupon == null) {
            return Told.refused("COUPON_NOT_FOUND");
        }
        if (coupon.isRevoked) {
            return Told.refused("COUPON_REVOKED");
        }
        if (coupon.isExpired || house.now >= coupon.campaign.expiresAt()) {
            return Told.refused("COUPON_EXPIRED");
        }
        if (coupon.remaining == 0 && coupon.reserved == 0) {
            return Told.refused("COUPON_CONSUMED");
        }
        List<String> name = List.of(it.brand(), it.grant().campaign());
        budgets.merge(name, -coupon.remaining, Math::addExact);
        coupon.revoke();
        return Told.done(step, "");
    }

    /** The first check that fails, as the rule book orders them; those of the funding come later. */
    @Nullable
    String refusal(Place it, String product) {
        GrantRef ref = it.coupon();
        Coupon coupon = find(ref);
        if (ref == null) {
            return null;
        }
        if (coupon == null || !ref.brand().equals(it.brand())) {
            return "COUPON_NOT_FOUND";
        }
        if (!ref.player().equals(it.player())) {
            return "COUPON_NOT_OWNER";
        }
        String state = coupon.state();
        return state == null ? mismatch(it, coupon.campaign, product) : state;
    }

    /** One that is used only as a whole gives its face; where sources do not mix, one that is named covers the stake. */
    static @Nullable String unfit(Coupon coupon, Policy policy, long stake, Map<String, Long> plan) {
        long take = plan.getOrDefault("COUPON", 0L);
        long alone = Funding.coupon(policy, stake, coupon.remaining);
        long gives = policy.exclusive() && plan.isEmpty() ? alone : take;
        if (!coupon.campaign.partial() && gives < coupon.campaign.face()) {
            return "COUPON_PARTIAL_NOT_ALLOWED";
        }
        return policy.exclusive() && alone < stake ? "COUPON_MIX_NOT_ALLOWED" : null;
    }

    private static @Nullable String mismatch(Place it, Define campaign, String product) {
        if (!campaign.products().contains(product)) {
            return "COUPON_PRODUCT_MISMATCH";
        }
        if (!campaign.providers().isEmpty()
                && !campaign.providers().contains(it.bet().provider())) {
            return "COUPON_PROVIDER_NOT_ALLOWED";
        }
        if (!campaign.currency().equals(it.currency())) {
            return "COUPON_CURRENCY_MISMATCH";
        }
        Long least = campaign.minStake();
        if (least != null && it.stake() < least) {
            return "COUPON_MIN_STAKE";
        }
        Long most = campaign.maxStake();
        if (most != null && it.stake() > most) {
            return "COUPON_MAX_STAKE";
        }
        Integer odds = campaign.minOdds();
        boolean isBelow = odds != null && (it.odds() == null || it.odds() < odds);
        return isBelow ? "COUPON_MIN_ODDS" : null;
    }

    long reserved(String currency) {
        return grants.values().stream()
                .filter(coupon -> coupon.campaign.currency().equals(currency))
                .mapToLong(coupon -> coupon.reserved)
                .sum();
    }

    /** Each grant's parts. */
    Map<GrantRef, String> parts() {
        return grants.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }
}
