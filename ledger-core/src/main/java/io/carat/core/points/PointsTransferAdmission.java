package io.carat.core.points;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.catalogue.BrandRefusals;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.points.PointsCommand.TransferPoints;
import io.carat.core.policy.Policy;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;

/** Checks what a transfer of points names, then loads what it is decided on. */
final class PointsTransferAdmission {

    private final LedgerUnit unit;
    private final TransferPoints command;
    private final ActiveConfiguration configuration;

    PointsTransferAdmission(LedgerUnit unit, TransferPoints command) {
        this.unit = unit;
        this.command = command;
        this.configuration = new ActiveConfiguration(unit);
    }

    Decision decide() {
        Optional<Rejection> refusal = new Admission(configuration)
                // points have the bounds of amounts
                .refuse(command.brandId(), new Money(command.points(), command.currency()))
                .or(() -> BrandRefusals.transfer(
                        configuration.brand(command.brandId()).orElseThrow()));
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        return configuration
                .topology()
                .map(this::under)
                .orElseGet(() -> Decision.rejected(Admission.unresolved("transfers")));
    }

    private Decision under(Topology topology) {
        Optional<Rejection> refusal = wrongTarget(topology);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Optional<Policy> policy = topology.policyOfBucket(command.to()).flatMap(configuration::policy);
        if (policy.isEmpty()) {
            return Decision.rejected(Admission.unresolved("bucket " + command.to()));
        }
        return PointsExchange.refuse(policy.get(), command.points())
                .map(Decision::rejected)
                .orElseGet(() -> exchange(topology, policy.get()));
    }

    private Optional<Rejection> wrongTarget(Topology topology) {
        if (topology.bucket(command.to()).isEmpty()) {
            return refusal(
                    RejectionCode.TOPOLOGY_MISMATCH,
                    "Topology " + topology.code() + " has no bucket " + command.to() + ".");
        }
        if (command.to().equals(topology.points())) {
            return refusal(RejectionCode.SAME_BUCKET, "Points are in " + command.to() + " already.");
        }
        return topology.allowsTransfer(topology.points(), command.to())
                ? Optional.empty()
                : refusal(
                        RejectionCode.PAIR_NOT_ALLOWED,
                        "Topology " + topology.code() + " lets no points go to " + command.to() + ".");
    }

    private Decision exchange(Topology topology, Policy policy) {
        Owner owner = new Owner(command.brandId(), command.playerId(), command.currency());
        PlayerState player = WalletLoading.player(unit, owner);
        Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).transfer();
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        List<String> buckets = List.of(command.to(), topology.withdrawable(), topology.points());
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, buckets);
        return new PointsTransferring(command, policy, wallet, player, unit.now()).decide();
    }

    private static Optional<Rejection> refusal(RejectionCode code, String detail) {
        return Optional.of(Rejection.of(code, detail));
    }
}
