package io.carat.core.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.QueuedBonus;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bonus of a wallet that is not over. Amounts are minor units.
 *
 * @param bucket the code of its BONUS bucket
 * @param status ACTIVE, or QUEUED: it waits, unfunded
 * @param amount what was granted
 * @param cap at most this converts; absent for no cap
 * @param expiresAt from then on it is forfeited; absent for never
 * @param depositId the deposit that is wagered together with it; absent for none
 */
public record OpenBonus(
        String bonusId,
        String bucket,
        String status,
        long amount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long cap,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String depositId) {

    /** Those of a bucket, the one that runs first, then those that wait in their order. */
    static Stream<OpenBonus> of(String type, BucketState bucket) {
        return Stream.concat(
                Stream.ofNullable(bucket.activeBonus()).map(bonus -> of(type, "ACTIVE", bonus)),
                bucket.queuedBonuses().stream().map(QueuedBonus::bonus).map(bonus -> of(type, "QUEUED", bonus)));
    }

    private static OpenBonus of(String type, String status, BonusTerms bonus) {
        return new OpenBonus(
                bonus.bonusId(),
                type,
                status,
                bonus.amountMinor(),
                bonus.capMinor(),
                bonus.expiresAt(),
                bonus.depositId());
    }
}
