package io.carat.core.win;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bonus.Bonus;
import io.carat.core.catalogue.CatalogueEntry.Game;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.coupon.Campaign;
import io.carat.core.coupon.CampaignState;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.coupon.CouponCommand;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.coupon.CouponState;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;

/**
 * Finds what pays a win, and where to. Neither the campaign's expiry nor the player's standing is looked at: what was played
 * before is paid whenever its result comes (rule book §3).
 */
final class WinAdmission {

    private final LedgerUnit unit;
    private final RecordWin command;
    private final ActiveConfiguration configuration;

    WinAdmission(LedgerUnit unit, RecordWin command) {
        this.unit = unit;
        this.command = command;
        this.configuration = new ActiveConfiguration(unit);
    }

    Decision decide() {
        Optional<Rejection> refusal = refuse();
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Optional<CampaignTerms> campaign = command.couponGrantId() == null ? campaign() : grant();
        if (campaign.isEmpty()) {
            return Decision.rejected(
                    RejectionCode.BET_NOT_FOUND,
                    "The win belongs to no bet, and there is no campaign or grant that it names.");
        }
        return mismatch(campaign.get())
                .or(this::notOwner)
                .map(Decision::rejected)
                .orElseGet(() -> route(campaign.get()));
    }

    private Optional<Rejection> refuse() {
        if (configuration.brand(command.brandId()).isEmpty()) {
            return rejection(RejectionCode.BRAND_NOT_FOUND, "There is no brand " + command.brandId() + ".");
        }
        if (!configuration.hasProvider(command.providerId())) {
            return rejection(RejectionCode.PROVIDER_NOT_FOUND, "There is no provider " + command.providerId() + ".");
        }
        long payoutMinor = command.payout().amountMinor();
        return payoutMinor < 0 || payoutMinor > Money.MAX_REQUEST_MINOR
                ? rejection(
                        RejectionCode.AMOUNT_INVALID,
                        "A payout is from 0 to " + Money.MAX_REQUEST_MINOR + ", not " + payoutMinor + ".")
                : Optional.empty();
    }

    /** A campaign's id begins with its brand, so that one of another brand is simply not there. */
    private Optional<CampaignTerms> campaign() {
        return Optional.ofNullable(command.campaignId())
                .flatMap(id -> unit.reference(Campaign.class, id))
                .map(CampaignState::terms)
                .filter(terms -> terms.brandId().equals(command.brandId()));
    }

    /** The terms of the grant that the rounds were played with, as they were when it was granted. */
    private Optional<CampaignTerms> grant() {
        return couponState().map(CouponState::terms);
    }

    private Optional<CouponState> couponState() {
        return Optional.ofNullable(command.couponGrantId())
                .filter(id -> CouponCommand.brandOf(id)
                        .filter(command.brandId()::equals)
                        .isPresent())
                .flatMap(id -> unit.reference(CouponGrant.class, id));
    }

    private Optional<Rejection> notOwner() {
        return couponState()
                .filter(grant -> !grant.offered().playerId().equals(command.playerId()))
                .flatMap(grant -> rejection(RejectionCode.COUPON_NOT_OWNER, "The coupon is another player's."));
    }

    private Optional<Rejection> mismatch(CampaignTerms campaign) {
        if (command.gameId() != null) {
            Optional<Game> game = configuration.game(command.providerId(), command.gameId());
            if (game.isEmpty()) {
                return rejection(
                        RejectionCode.INVALID_GAME,
                        "Provider " + command.providerId() + " has no game " + command.gameId() + ".");
            }
            if (!campaign.products().contains(game.get().product())) {
                return rejection(
                        RejectionCode.COUPON_PRODUCT_MISMATCH,
                        "Campaign " + campaign.code() + " is not for "
                                + game.get().product() + ".");
            }
        }
        if (!campaign.covers(command.providerId())) {
            return rejection(
                    RejectionCode.COUPON_PROVIDER_NOT_ALLOWED,
                    "Campaign " + campaign.code() + " is not for provider " + command.providerId() + ".");
        }
        return campaign.currency().equals(command.payout().currency())
                ? Optional.empty()
                : rejection(
                        RejectionCode.CURRENCY_MISMATCH,
                        "Campaign " + campaign.code() + " is in " + campaign.currency() + ".");
    }

    private Decision route(CampaignTerms campaign) {
        String product = product(campaign);
        Optional<Topology> topology = configuration.topology();
        Optional<ProductRoute> route = topology.flatMap(active -> active.route(product));
        Optional<Policy> policy = route.flatMap(found -> configuration.policy(found.policyCode()));
        if (topology.isEmpty() || route.isEmpty() || policy.isEmpty()) {
            return Decision.rejected(Admission.unresolved("product " + product));
        }
        return credit(campaign, topology.get(), route.get(), policy.get());
    }

    private String product(CampaignTerms campaign) {
        return Optional.ofNullable(command.gameId())
                .flatMap(game -> configuration.game(command.providerId(), game))
                .map(Game::product)
                .orElseGet(() -> campaign.products().getFirst());
    }

    private Decision credit(CampaignTerms campaign, Topology topology, ProductRoute route, Policy policy) {
        Owner owner = new Owner(
                command.brandId(), command.playerId(), command.payout().currency());
        if (campaign.payoutTarget() == CouponTarget.BONUS) {
            unit.loadNew(LoadOrder.BONUS, Bonus.class, command.bonusId());
        }
        PlayerState player = WalletLoading.player(unit, owner);
        String bucket = campaign.payoutTarget().bucketOf(route, topology.withdrawable());
        List<String> types = campaign.payoutTarget() == CouponTarget.BONUS
                ? topology.aroundBonus(bucket)
                : List.of(bucket, topology.withdrawable());
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, types);
        return new WinCrediting(command, new WinFacts(campaign, route, policy, wallet, player, unit.now())).decide();
    }

    private static Optional<Rejection> rejection(RejectionCode code, String detail) {
        return Optional.of(Rejection.of(code, detail));
    }
}
