package io.carat.core.deposit;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.catalogue.BrandRefusals;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.configuration.Admission.Target;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.player.PlayerEvent.DepositCounted;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Takes deposits: loads, decides, appends. */
public final class DepositCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public DepositCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Credits a payment once. */
    @CommandHandler
    public Outcome handle(CreditDeposit command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(
                Claims.underRequest(unit, command.brandId(), command.request(), () -> decide(unit, command)));
    }

    private Decision decide(LedgerUnit unit, CreditDeposit command) {
        DepositState state = unit.loadNew(LoadOrder.SUBJECT, Deposit.class, command.depositId());
        return DepositCrediting.repeated(command, state).orElseGet(() -> admit(unit, command));
    }

    private Decision admit(LedgerUnit unit, CreditDeposit command) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Admission admission = new Admission(configuration);
        Optional<Rejection> refusal = admission.refuse(command.brandId(), command.amount());
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Brand brand = configuration.brand(command.brandId()).orElseThrow();
        Optional<Rejection> closed = BrandRefusals.deposit(brand, command.amount());
        if (closed.isPresent()) {
            return Decision.rejected(closed.get());
        }
        Optional<Topology> topology = configuration.topology();
        if (topology.isEmpty()) {
            return Decision.rejected(Admission.unresolved("deposits"));
        }
        return switch (admission.target(topology.get(), command.target(), BucketRole.NORMAL)) {
            case Target.Missing missing -> Decision.rejected(missing.rejection());
            case Target.Found found -> credit(unit, command, brand, topology.get(), found);
        };
    }

    private static Decision credit(
            LedgerUnit unit, CreditDeposit command, Brand brand, Topology topology, Target.Found found) {
        Owner owner = new Owner(
                command.brandId(), command.playerId(), command.amount().currency());
        PlayerState player = WalletLoading.player(unit, owner);
        LocalDate day = brand.dayOf(unit.now());
        Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).deposit(command.amount(), day);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, List.of(command.target(), topology.withdrawable()));
        return DepositCrediting.decide(command, found.target().policy(), wallet, player)
                .plus(new DepositCounted(
                        PlayerState.streamId(command.brandId(), command.playerId()),
                        command.amount().currency(),
                        day,
                        command.amount().amountMinor()));
    }
}
