package io.carat.core.win;

import io.carat.core.coupon.CampaignTerms;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.topology.ProductRoute;
import io.carat.core.wallet.Wallet;
import java.time.Instant;

/**
 * What a win is decided on.
 *
 * @param campaign the campaign that pays it
 * @param route the route of its product in the active topology
 * @param policy the active policy of that route
 * @param wallet the bucket that is credited and WITHDRAWABLE, as loaded
 * @param now the time of the decision
 */
record WinFacts(
        CampaignTerms campaign, ProductRoute route, Policy policy, Wallet wallet, PlayerState player, Instant now) {

    /** The code of the bucket that the campaign pays to. */
    String bucket() {
        return campaign.payoutTarget().bucketOf(route, wallet.topology().withdrawable());
    }
}
