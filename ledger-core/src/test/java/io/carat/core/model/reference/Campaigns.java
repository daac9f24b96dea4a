package io.carat.core.model.reference;

import io.carat.core.model.reference.Offer.Define;
import io.carat.core.model.reference.Offer.Win;
import io.carat.core.model.reference.Rules.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns, and the wins without a bet that they pay (§3, ADR 0018). */
final class Campaigns {

    private final House house;
    private final Awards awards;
    private final Keys codes = new Keys();
    private final Keys transactions = new Keys();
    private final Map<List<String>, Define> defined = new HashMap<>();

    Campaigns(House house, Awards awards) {
        this.house = house;
        this.awards = awards;
    }

    @Nullable
    Define find(String brand, @Nullable String code) {
        return code == null ? null : defined.get(List.of(brand, code));
    }

    Told define(int step, Define it) {
        List<String> name = List.of(it.brand(), it.code());
        if (codes.isUsed(name)) {
            return codes.under(name, it, () -> Told.done(step, ""));
        }
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.budget());
        if (refused.isPresent()) {
            return Told.refused(refused.get());
        }
        if (isWrong(it)) {
            return Told.refused("AMOUNT_INVALID");
        }
        if (!house.rules.providers().containsAll(it.providers())) {
            return Told.refused("PROVIDER_NOT_FOUND");
        }
        if (it.expiresAt() <= house.now) {
            return Told.refused("COUPON_EXPIRED");
        }
        defined.put(name, it);
        return codes.under(name, it, () -> Told.done(step, ""));
    }

    private static boolean isWrong(Define it) {
        Long least = it.minStake();
        Long most = it.maxStake();
        return it.face() < 1 || it.face() > it.budget() || (least != null && most != null && least > most);
    }

    Told win(int step, Win it) {
        Object key = List.of(it.brand(), it.provider(), it.txn());
        return transactions.under(key, it, () -> decide(step, it));
    }

    private Told decide(int step, Win it) {
        String refused = refusal(it);
        if (refused != null) {
            return Told.refused(refused);
        }
        Define campaign = find(it.brand(), it.campaign());
        if (campaign == null) {
            return Told.refused("BET_NOT_FOUND");
        }
        String product = it.game() == null
                ? campaign.products().getFirst()
                : house.rules.games().get(it.game());
        String mismatch = mismatch(it, campaign, product);
        if (mismatch != null || product == null) {
            return Told.refused(mismatch == null ? "INVALID_GAME" : mismatch);
        }
        if (it.payout() > 0) {
            Route route = house.rules.route(product);
            Wallet wallet = house.open(it.brand(), it.player(), it.currency());
            Player player = house.player(it.brand(), it.player());
            awards.credit(player, wallet, route, house.policy(route.policy()), campaign, it.payout());
        }
        return Told.done(step, "");
    }

    private @Nullable String refusal(Win it) {
        if (!house.rules.brands().containsKey(it.brand())) {
            return "BRAND_NOT_FOUND";
        }
        if (!house.rules.providers().contains(it.provider())) {
            return "PROVIDER_NOT_FOUND";
        }
        return it.payout() < 0 || it.payout() > Paying.MOST ? "AMOUNT_INVALID" : null;
    }

    private static @Nullable String mismatch(Win it, Define campaign, @Nullable String product) {
        if (product == null) {
            return "INVALID_GAME";
        }
        if (!campaign.products().contains(product)) {
            return "COUPON_PRODUCT_MISMATCH";
        }
        if (!campaign.providers().isEmpty() && !campaign.providers().contains(it.provider())) {
            return "COUPON_PROVIDER_NOT_ALLOWED";
        }
        return campaign.currency().equals(it.currency()) ? null : "CURRENCY_MISMATCH";
    }
}
