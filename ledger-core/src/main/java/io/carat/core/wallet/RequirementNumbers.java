package io.carat.core.wallet;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.topology.TopologyRef;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.ArrayList;
import java.util.List;

/** The requirements that one decision creates beside deposits and bonuses: each takes the player's next number. */
public final class RequirementNumbers {

    private final Owner owner;
    private final List<LedgerEvent> events = new ArrayList<>();
    private long lastSequence;

    /** Counts on from where the player's counter stands. */
    public RequirementNumbers(Owner owner, PlayerState player) {
        this.owner = owner;
        this.lastSequence = player.lastSequence();
    }

    /** What a requirement is decided under. */
    public record Ground(TopologyRef topology, PolicyRef policy) {}

    /** The terms of a new requirement on a bucket; the base is in minor units and owes something. */
    public RequirementTerms next(
            RequirementKind kind,
            String sourceId,
            String bucketId,
            long baseMinor,
            RollingTerms rolling,
            Ground ground) {
        RequirementTerms terms = unnumbered(kind, sourceId, baseMinor, rolling, ground);
        lastSequence++;
        record(terms, bucketId);
        return terms;
    }

    private void record(RequirementTerms terms, String bucketId) {
        events.add(new RequirementNumbered(
                PlayerState.streamId(owner.brandId(), owner.playerId()),
                terms.requirementId(),
                bucketId,
                lastSequence));
    }

    /** The terms of a requirement that came by a transfer: its number says which bets came after, not where it stands. */
    public RequirementTerms inherited(RequirementTerms child, String bucketId) {
        RequirementTerms terms = child.creditedAs(++lastSequence);
        record(terms, bucketId);
        return terms;
    }

    /** The terms of a requirement that has waited for its number; one that owes nothing takes none. */
    public RequirementTerms numbered(RequirementTerms waiting, String bucketId) {
        if (waiting.requiredMinor() == 0) {
            return waiting;
        }
        RequirementTerms terms = waiting.numbered(++lastSequence);
        record(terms, bucketId);
        return terms;
    }

    /** The terms of a requirement that owes nothing: it takes no number. */
    RequirementTerms unnumbered(
            RequirementKind kind, String sourceId, long baseMinor, RollingTerms rolling, Ground ground) {
        return RequirementTerms.of(
                owner.brandId(),
                kind,
                sourceId,
                lastSequence + 1,
                baseMinor,
                rolling,
                ground.topology(),
                ground.policy());
    }

    /** The player's events, in order. */
    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }
}
