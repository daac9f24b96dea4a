package io.carat.core.wallet;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.core.player.PlayerEvent.WalletOpened;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requirement that a credit carries, and what the credit does to the player: it may open the wallet in its currency,
 * and a requirement takes the next number of the counter (rule book §1, §4).
 *
 * @param requirement required may be 0: then nothing has to be wagered
 * @param playerEvents in order
 */
public record CreditTerms(RequirementTerms requirement, List<LedgerEvent> playerEvents) {

    public CreditTerms {
        playerEvents = List.copyOf(playerEvents);
    }

    /** Who and what is credited; the amount that the multiplier applies to, in minor units. */
    public record Credit(
            String brandId,
            String playerId,
            String currency,
            RequirementKind kind,
            String sourceId,
            String bucketId,
            long baseMinor) {}

    /** The terms of a credit under the topology and policy in force. */
    public static CreditTerms of(
            Credit credit, PlayerState player, Topology topology, Policy policy, RollingTerms rolling) {
        String playerStreamId = PlayerState.streamId(credit.brandId, credit.playerId);
        RequirementTerms requirement = RequirementTerms.of(
                credit.brandId,
                credit.kind,
                credit.sourceId,
                player.lastSequence() + 1,
                credit.baseMinor,
                rolling,
                topology.ref(),
                policy.ref());
        List<LedgerEvent> events = new ArrayList<>();
        opening(new Owner(credit.brandId, credit.playerId, credit.currency), player)
                .ifPresent(events::add);
        if (requirement.requiredMinor() > 0) {
            events.add(new RequirementNumbered(
                    playerStreamId, requirement.requirementId(), credit.bucketId, requirement.sequence()));
        }
        return new CreditTerms(requirement, events);
    }

    /** The first credit in a currency opens the player's wallet in it; empty when it is open. */
    public static Optional<WalletOpened> opening(Owner owner, PlayerState player) {
        return player.currencies().contains(owner.currency())
                ? Optional.empty()
                : Optional.of(new WalletOpened(
                        PlayerState.streamId(owner.brandId(), owner.playerId()),
                        owner.brandId(),
                        owner.playerId(),
                        owner.currency()));
    }
}
