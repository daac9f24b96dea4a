package io.carat.core.model.reference;

import io.carat.core.model.reference.Bonus.Terms;
import io.carat.core.model.reference.Offer.Define;
import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Rules.Rolling;
import io.carat.core.model.reference.Rules.Route;

/** What a campaign pays, where it says and with what has to be wagered for it (§5, ADR 0018). */
final class Awards {

    private final House house;

    Awards(House house) {
        this.house = house;
    }

    /** Debts are paid out of money first; a bonus pays none, and what debts took has not to be wagered. */
    void credit(Player player, Wallet wallet, Route route, Policy policy, Define campaign, long amount) {
        switch (campaign.target()) {
            case "BONUS" -> toBonus(wallet.bucket(route.bonus()), wallet, policy, campaign, amount);
            case "NORMAL" -> {
                Bucket normal = wallet.bucket(route.normal());
                long net = toMoney(wallet, normal, amount);
                Rolling rolling = rolling(campaign, policy.deposit());
                house.need(player, net, rolling, null).ifPresent(normal::add);
                wallet.sweep(normal);
            }
            default -> toMoney(wallet, wallet.withdrawable(), amount);
        }
    }

    private static long toMoney(Wallet wallet, Bucket bucket, long amount) {
        bucket.credit(amount);
        long recovered = Math.min(amount, wallet.owed());
        wallet.recover(bucket, recovered);
        return amount - recovered;
    }

    /** An active bonus takes it in under its own terms; without one, a bonus opens. */
    static void toBonus(Bucket bucket, Wallet wallet, Policy policy, Define campaign, long amount) {
        Bonuses bonuses = wallet.bonuses(bucket);
        bonuses.touch();
        Bonus active = bucket.bonus;
        if (active != null) {
            bucket.credit(amount);
            bonuses.need(active).base += amount;
            return;
        }
        Rolling rolling = rolling(campaign, policy.bonus());
        bonuses.open(new Terms(amount, amount, rolling, null, policy.limits().maxBonusStake(), null, null));
    }

    static Rolling rolling(Define campaign, Rolling standard) {
        Integer multiplier = campaign.multiplier();
        return multiplier == null ? standard : new Rolling(multiplier, standard.rates());
    }
}
