package io.carat.core.bonus;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.EndedBonus;
import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.rolling.Requirement;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bonus as it stands. Amounts are minor units.
 *
 * @param amount what was granted
 * @param balance what is available of it now; 0 unless it is ACTIVE
 * @param requirement what has to be wagered and what has been; absent once it is over
 * @param cap at most this converts; absent for no cap
 * @param converted what reached WITHDRAWABLE so far
 */
public record BonusView(
        String bonusId,
        BonusStatus status,
        String brandId,
        String playerId,
        String bucket,
        long amount,
        String currency,
        long balance,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Progress requirement,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long cap,
        long converted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String depositId,
        TopologyRef topology,
        PolicyRef policy)
        implements Answer {

    /** How much has to be wagered, and how much has been. */
    public record Progress(String requirementId, long required, long progress, long remaining) {

        private static Progress of(Requirement requirement) {
            return new Progress(
                    requirement.id(),
                    requirement.terms().requiredMinor(),
                    requirement.progressMinor(),
                    requirement.remainingMinor());
        }
    }

    static BonusView of(BonusGranted granted, BucketState bucket) {
        BonusStatus status = BonusStatus.in(bucket, granted.bonusId());
        EndedBonus ended = bucket.endedBonuses().get(granted.bonusId());
        return new BonusView(
                granted.bonusId(),
                status,
                granted.brandId(),
                granted.playerId(),
                granted.bucketTypeCode(),
                granted.amount().amountMinor(),
                granted.amount().currency(),
                status == BonusStatus.ACTIVE ? bucket.availableMinor() : 0,
                progress(granted, bucket),
                granted.capMinor(),
                ended == null ? 0 : ended.convertedMinor(),
                granted.expiresAt(),
                granted.depositId(),
                granted.topology(),
                granted.policy());
    }

    private static @Nullable Progress progress(BonusGranted granted, BucketState bucket) {
        Optional<Requirement> open = bucket.requirement(granted.requirementId())
                .or(() -> bucket.bonuses()
                        .queued(granted.bonusId())
                        .map(waiting -> Requirement.pending(waiting.requirement())));
        return open.map(Progress::of).orElse(null);
    }
}
