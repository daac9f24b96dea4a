package io.carat.core.bonus;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.configuration.Admission.Target;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Takes bonus grants: loads, decides, appends. */
public final class BonusCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public BonusCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Grants a bonus once per request key. */
    @CommandHandler
    public Outcome handle(GrantBonus command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(
                Claims.underRequest(unit, command.brandId(), command.request(), () -> admit(unit, command)));
    }

    private Decision admit(LedgerUnit unit, GrantBonus command) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Admission admission = new Admission(configuration);
        Optional<Rejection> refusal = admission.refuse(command.brandId(), command.amount());
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Optional<Topology> topology = configuration.topology();
        if (topology.isEmpty()) {
            return Decision.rejected(Admission.unresolved("bonuses"));
        }
        return switch (admission.target(topology.get(), command.bucket(), BucketRole.BONUS)) {
            case Target.Missing missing -> Decision.rejected(missing.rejection());
            case Target.Found found -> grant(unit, command, topology.get(), found);
        };
    }

    private static Decision grant(LedgerUnit unit, GrantBonus command, Topology topology, Target.Found found) {
        Owner owner = new Owner(
                command.brandId(), command.playerId(), command.amount().currency());
        PlayerState player = WalletLoading.player(unit, owner);
        Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).bonus();
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, List.of(command.bucket(), topology.withdrawable()));
        return BonusGranting.decide(command, found.target().policy(), wallet, player);
    }
}
