package io.carat.core.bet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.catalogue.CatalogueEntry.Game;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;

/** Finds what a new bet is decided on: the game's product, its route, its policy, the player's buckets. */
final class BetPlacement {

    private BetPlacement() {}

    static Decision admit(LedgerUnit unit, AuthorizeBet command) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Rejection> refusal = new Admission(configuration).refuse(command.brandId(), command.stake());
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Optional<Game> game = configuration.game(command.providerId(), command.gameId());
        if (game.isEmpty()) {
            return Decision.rejected(
                    RejectionCode.INVALID_GAME,
                    "Provider " + command.providerId() + " has no game " + command.gameId() + ".");
        }
        Optional<Topology> topology = configuration.topology();
        Optional<ProductRoute> route =
                topology.flatMap(active -> active.route(game.get().product()));
        Optional<Policy> policy = route.flatMap(found -> configuration.policy(found.policyCode()));
        if (topology.isEmpty() || route.isEmpty() || policy.isEmpty()) {
            return Decision.rejected(
                    Admission.unresolved("product " + game.get().product()));
        }
        return place(unit, command, topology.get(), route.get(), policy.get());
    }

    private static Decision place(
            LedgerUnit unit, AuthorizeBet command, Topology topology, ProductRoute route, Policy policy) {
        Owner owner =
                new Owner(command.brandId(), command.playerId(), command.stake().currency());
        PlayerState player = WalletLoading.player(unit, owner);
        Wallet wallet = WalletLoading.wallet(
                unit, owner, topology, List.of(route.bonusBucket(), route.normalBucket(), topology.withdrawable()));
        return new BetAuthorizing(command, route, policy, wallet, player).decide();
    }
}
