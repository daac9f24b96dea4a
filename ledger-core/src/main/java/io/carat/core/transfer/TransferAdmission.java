package io.carat.core.transfer;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.catalogue.BrandRefusals;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.topology.Topology;
import io.carat.core.transfer.TransferRoute.Between;
import io.carat.core.transfer.TransferRoute.Closed;
import io.carat.core.transfer.TransferRoute.OneBucket;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;

/** Asks whether a transfer is taken at all, and loads what it is decided on. */
final class TransferAdmission {

    private final LedgerUnit unit;
    private final MakeTransfer command;
    private final ActiveConfiguration configuration;

    TransferAdmission(LedgerUnit unit, MakeTransfer command) {
        this.unit = unit;
        this.command = command;
        this.configuration = new ActiveConfiguration(unit);
    }

    Decision decide() {
        Optional<Rejection> refusal = new Admission(configuration).refuse(command.brandId(), command.amount());
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        return configuration
                .topology()
                .map(this::route)
                .orElseGet(() -> Decision.rejected(Admission.unresolved("transfers")));
    }

    private Decision route(Topology topology) {
        return switch (TransferRoute.of(command.ends(), topology)) {
            case OneBucket ignored -> Decision.accepted(List.of(), TransferNoop.UNIFIED);
            case Closed closed -> Decision.rejected(closed.rejection());
            case Between between -> admit(topology, between);
        };
    }

    private Decision admit(Topology topology, Between between) {
        Brand brand = configuration.brand(command.brandId()).orElseThrow();
        Optional<Rejection> closed = BrandRefusals.transfer(brand);
        if (closed.isPresent()) {
            return Decision.rejected(closed.get());
        }
        Optional<Policy> policy = topology.policyOfBucket(between.to()).flatMap(configuration::policy);
        return policy.map(found -> admit(topology, between, found))
                .orElseGet(() -> Decision.rejected(Admission.unresolved("bucket " + between.to())));
    }

    private Decision admit(Topology topology, Between between, Policy policy) {
        Owner owner = new Owner(
                command.brandId(), command.playerId(), command.amount().currency());
        PlayerState player = WalletLoading.player(unit, owner);
        Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).transfer();
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Wallet wallet = WalletLoading.wallet(
                unit, owner, topology, List.of(between.from(), between.to(), topology.withdrawable()));
        return new Transferring(command, between, policy, wallet).decide(player);
    }
}
