package io.carat.core.bet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.catalogue.BrandRefusals;
import io.carat.core.catalogue.CatalogueEntry.Game;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.coupon.CouponCommand;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.coupon.CouponState;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.RejectionCode.Kind;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a new bet is decided on: the game's product, its route, its policy, the player's buckets. */
final class BetPlacement {

    private BetPlacement() {}

    /** Decides a new bet. */
    static Decision admit(LedgerUnit unit, AuthorizeBet command) {
        return switch (find(unit, command, null)) {
            case Found.Refused refused -> Decision.rejected(refused.rejection());
            case Found.Placed placed -> placed.bet().decide();
        };
    }

    /** What would become of a bet; refused itself only where something that it names is not there. */
    static Decision dryRun(LedgerUnit unit, BetDryRun query) {
        return switch (find(unit, query.bet(), query.policyVersion())) {
            case Found.Refused refused
            when refused.rejection().code().kind() == Kind.BUSINESS ->
                Decision.accepted(List.of(), BetDryRun.Answer.refused(refused.rejection(), List.of(), null, null));
            case Found.Refused refused -> Decision.rejected(refused.rejection());
            case Found.Placed placed ->
                Decision.accepted(List.of(), placed.bet().explain());
        };
    }

    private sealed interface Found {
        record Placed(BetAuthorizing bet) implements Found {}

        record Refused(Rejection rejection) implements Found {}
    }

    private static Found find(LedgerUnit unit, AuthorizeBet command, @Nullable Integer policyVersion) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Rejection> refusal = new Admission(configuration).refuse(command.brandId(), command.stake());
        if (refusal.isPresent()) {
            return new Found.Refused(refusal.get());
        }
        Optional<Rejection> closed =
                configuration.brand(command.brandId()).flatMap(brand -> BrandRefusals.bet(brand, command.stake()));
        if (closed.isPresent()) {
            return new Found.Refused(closed.get());
        }
        Optional<Game> game = configuration.game(command.providerId(), command.gameId());
        if (game.isEmpty()) {
            return new Found.Refused(Rejection.of(
                    RejectionCode.INVALID_GAME,
                    "Provider " + command.providerId() + " has no game " + command.gameId() + "."));
        }
        return route(unit, command, configuration, game.get().product(), policyVersion);
    }

    private static Found route(
            LedgerUnit unit,
            AuthorizeBet command,
            ActiveConfiguration configuration,
            String product,
            @Nullable Integer policyVersion) {
        Optional<Topology> topology = configuration.topology();
        Optional<ProductRoute> route = topology.flatMap(active -> active.route(product));
        Optional<Policy> policy = route.flatMap(found -> policyVersion == null
                ? configuration.policy(found.policyCode())
                : configuration.policy(new PolicyRef(found.policyCode(), policyVersion)));
        if (topology.isEmpty() || route.isEmpty() || policy.isEmpty()) {
            return new Found.Refused(
                    policyVersion == null || route.isEmpty()
                            ? Admission.unresolved("product " + product)
                            : noVersion(route.get().policyCode(), policyVersion));
        }
        return place(unit, command, topology.get(), route.get(), policy.get());
    }

    private static Rejection noVersion(String policyCode, int version) {
        return Rejection.of(
                RejectionCode.POLICY_NOT_FOUND, "There is no policy " + policyCode + " version " + version + ".");
    }

    private static Found place(
            LedgerUnit unit, AuthorizeBet command, Topology topology, ProductRoute route, Policy policy) {
        Owner owner =
                new Owner(command.brandId(), command.playerId(), command.stake().currency());
        CouponState coupon = coupon(unit, command);
        PlayerState player = WalletLoading.player(unit, owner);
        Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).bet(command.stake());
        if (refusal.isPresent()) {
            return new Found.Refused(refusal.get());
        }
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, topology.aroundBonus(route.bonusBucket()));
        return new Found.Placed(new BetAuthorizing(command, route, policy, wallet, player, coupon, unit.now()));
    }

    /** The grant that is named; null where none is, and where the brand has no such grant. */
    private static @Nullable CouponState coupon(LedgerUnit unit, AuthorizeBet command) {
        String grantId = command.couponGrantId();
        if (grantId == null) {
            return null;
        }
        boolean ours =
                CouponCommand.brandOf(grantId).filter(command.brandId()::equals).isPresent();
        return ours ? unit.load(LoadOrder.COUPON, CouponGrant.class, grantId) : null;
    }
}
