package io.carat.core.wallet;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.catalogue.CatalogueEntry.Game;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.session.GameSession;
import io.carat.core.session.SessionState;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Reads what players may bet with, from the aggregates and under their locks (ADR 0005). */
public final class PlayableCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public PlayableCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** The amount as it is now. */
    @CommandHandler
    public Outcome handle(ReadPlayable query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(read(unit, query));
    }

    private static Decision read(LedgerUnit unit, ReadPlayable query) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Topology> topology = configuration.topology();
        if (topology.isEmpty()) {
            return Decision.rejected(Admission.unresolved("wallets"));
        }
        List<ProductRoute> routes = routes(configuration, query, topology.get());
        if (routes.isEmpty()) {
            return Decision.rejected(
                    RejectionCode.INVALID_GAME,
                    "Provider " + query.providerId() + " has no game " + query.gameId() + ".");
        }
        PlayerState player = WalletLoading.player(unit, new Owner(query.brandId(), query.playerId(), ""));
        return currency(unit, configuration, query, player)
                .map(currency -> sum(unit, configuration, query, topology.get(), routes, currency))
                .orElseGet(() -> Decision.rejected(
                        RejectionCode.WALLET_NOT_FOUND, "Player " + query.playerId() + " has no such wallet."));
    }

    private static List<ProductRoute> routes(ActiveConfiguration configuration, ReadPlayable query, Topology topology) {
        if (query.gameId() == null) {
            return topology.routes();
        }
        return configuration
                .game(query.providerId(), query.gameId())
                .map(Game::product)
                .flatMap(topology::route)
                .map(List::of)
                .orElseGet(List::of);
    }

    private static Optional<String> currency(
            LedgerUnit unit, ActiveConfiguration configuration, ReadPlayable query, PlayerState player) {
        Optional<String> named = Optional.ofNullable(query.currency())
                .or(() -> Optional.ofNullable(query.tokenDigest())
                        .flatMap(digest -> unit.reference(GameSession.class, SessionState.streamId(digest)))
                        .filter(session -> session.isOf(query.brandId(), query.playerId(), query.providerId()))
                        .map(session -> session.opened().currency()));
        return named.or(() -> configuration
                        .brand(query.brandId())
                        .flatMap(brand -> brand.currencies().stream()
                                .filter(player.currencies()::contains)
                                .findFirst()))
                .filter(player.currencies()::contains);
    }

    private static Decision sum(
            LedgerUnit unit,
            ActiveConfiguration configuration,
            ReadPlayable query,
            Topology topology,
            List<ProductRoute> routes,
            String currency) {
        Map<String, Policy> policies = new HashMap<>();
        for (ProductRoute route : routes) {
            configuration
                    .policy(route.policyCode())
                    .ifPresent(policy ->
                            PlayableFunds.types(topology, route, policy).forEach(type -> policies.put(type, policy)));
        }
        Owner owner = new Owner(query.brandId(), query.playerId(), currency);
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, policies.keySet());
        return Decision.accepted(
                List.of(),
                new PlayableAnswer(
                        currency, PlayableFunds.amountMinor(wallet, policies, policies.keySet(), unit.now())));
    }
}
