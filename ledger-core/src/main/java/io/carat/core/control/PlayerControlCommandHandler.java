package io.carat.core.control;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.control.PlayerControlCommand.ExcludePlayer;
import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.control.PlayerControlCommand.SetPlayerLimits;
import io.carat.core.control.PlayerControlCommand.UnfreezePlayer;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.Player;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.ReadWallet;
import io.carat.core.wallet.WalletReading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is decided about players. It is written to the player's own stream, which every bet, deposit and withdrawal reads:
 * one that was decided on the state before conflicts at its append, on every node.
 */
public final class PlayerControlCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public PlayerControlCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Freezes. */
    @CommandHandler
    public Outcome handle(FreezePlayer command) {
        return decide(command);
    }

    /** Ends a freeze. */
    @CommandHandler
    public Outcome handle(UnfreezePlayer command) {
        return decide(command);
    }

    /** Excludes, or lengthens an exclusion. */
    @CommandHandler
    public Outcome handle(ExcludePlayer command) {
        return decide(command);
    }

    /** Sets limits: stricter ones at once. */
    @CommandHandler
    public Outcome handle(SetPlayerLimits command) {
        return decide(command);
    }

    /** The player as of now. */
    @CommandHandler
    public Outcome handle(ReadPlayer query) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<Topology> topology = new ActiveConfiguration(unit).topology();
        return unit.conclude(topology.map(active -> read(unit, query, active))
                .orElseGet(() -> Decision.rejected(Admission.unresolved("wallets"))));
    }

    private Outcome decide(PlayerControlCommand command) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<Brand> brand = new ActiveConfiguration(unit).brand(command.brandId());
        if (brand.isEmpty()) {
            return unit.conclude(
                    Decision.rejected(RejectionCode.BRAND_NOT_FOUND, "There is no brand " + command.brandId() + "."));
        }
        if (command instanceof SetPlayerLimits set && !brand.get().currencies().contains(set.currency())) {
            return unit.conclude(Decision.rejected(brand.get().holdsNot(set.currency())));
        }
        PlayerState player =
                Objects.requireNonNullElse(player(unit, command.brandId(), command.playerId()), PlayerState.NEW);
        return unit.conclude(new PlayerControlDecisions(player, unit.now()).decide(command));
    }

    private static Decision read(LedgerUnit unit, ReadPlayer query, Topology topology) {
        PlayerState player = player(unit, query.brandId(), query.playerId());
        if (player == null) {
            return Decision.rejected(
                    RejectionCode.PLAYER_NOT_FOUND,
                    "Brand " + query.brandId() + " has no player " + query.playerId() + ".");
        }
        List<ReadWallet> wallets = player.currencies().stream()
                .sorted()
                .map(currency -> new ReadWallet(query.brandId(), query.playerId(), currency))
                .toList();
        PlayerControlsAnswer controls = PlayerControlsAnswer.of(query.brandId(), query.playerId(), player, unit.now());
        return Decision.accepted(
                List.of(), new PlayerStanding(controls, WalletReading.snapshots(unit, wallets, topology, player)));
    }

    private static @Nullable PlayerState player(LedgerUnit unit, String brandId, String playerId) {
        return unit.load(LoadOrder.PLAYER, Player.class, PlayerState.streamId(brandId, playerId));
    }
}
