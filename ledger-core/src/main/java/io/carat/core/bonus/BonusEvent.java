package io.carat.core.bonus;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a bonus beside its bucket. */
public sealed interface BonusEvent extends LedgerEvent {

    /** The kind of a bonus's id. */
    String KIND = "bonus";

    /** The bonus's id, which is its stream. */
    String bonusId();

    @Override
    default String streamId() {
        return bonusId();
    }

    /**
     * A bonus was granted: it runs, or waits in its bucket's queue.
     *
     * @param bucketId the BONUS bucket that knows how it stands
     * @param requirementId the requirement that it owes
     * @param requiredMinor what has to be wagered, in minor units
     * @param capMinor at most this converts, in minor units; null for no cap
     * @param expiresAt from then on it is forfeited; null for never
     * @param depositId the deposit that is wagered together with it; null for none
     * @param causeId what granted it: a request's claim, or a win
     */
    record BonusGranted(
            String bonusId,
            String brandId,
            String playerId,
            Money amount,
            String bucketId,
            String bucketTypeCode,
            String requirementId,
            long requiredMinor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long capMinor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant expiresAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String depositId,

            TopologyRef topology,
            PolicyRef policy,
            String causeId)
            implements BonusEvent {}

    /** Staff took a bonus back; what was available of it went to HOUSE. */
    record BonusCancelled(String bonusId, AuditNote audit) implements BonusEvent, AuditedEvent {}
}
