package io.carat.core.claim;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import java.util.Objects;
import java.util.Set;

/**
 * A key that can be used once, and the payload it is used with.
 *
 * @param claimId the claim's stream
 * @param key what the caller sent
 * @param fingerprint a digest of the payload
 * @param requestClaimId the claim of the request that it came with; its own for a request key and for a callback
 * @param alternatives further digests that count as the same payload
 */
public record ClaimName(
        String claimId, String key, String fingerprint, String requestClaimId, Set<String> alternatives) {

    /** The operation of transaction ids of bets that callbacks bring. */
    public static final String BET = "bet";

    /** The operation of transaction ids of bets' results. */
    public static final String SETTLE = "settle";

    /** The operation of transaction ids of rollbacks. */
    public static final String ROLLBACK = "rollback";

    /** The operation of transaction ids of wins without a bet. */
    public static final String WIN = "win";

    private static final char WIRE_PART = '.';

    public ClaimName {
        alternatives = Set.copyOf(alternatives);
    }

    /** A key whose payload has one form. */
    public ClaimName(String claimId, String key, String fingerprint, String requestClaimId) {
        this(claimId, key, fingerprint, requestClaimId, Set.of());
    }

    /** The claim of an Idempotency-Key, unique per brand. */
    public static ClaimName ofRequest(String brandId, RequestKey request) {
        String claimId = requestClaimId(brandId, request);
        return new ClaimName(claimId, request.key(), request.fingerprint(), claimId);
    }

    /** The id of the claim of an Idempotency-Key. */
    public static String requestClaimId(String brandId, RequestKey request) {
        return Objects.requireNonNullElseGet(request.claimId(), () -> DerivedId.of(brandId, "request", request.key()));
    }

    /** The id of the claim of a provider's transaction id, unique per brand, provider and operation. */
    public static String transactionClaimId(String brandId, String providerId, String operation, String transactionId) {
        return DerivedId.of(brandId, "transaction", providerId, operation, transactionId);
    }

    /**
     * A digest of a payload of which some members only callbacks name: it equals the digest without them, but not one with
     * others.
     */
    public static String withWirePart(String fingerprint, String wirePart) {
        return fingerprint + WIRE_PART + wirePart;
    }

    /** Whether a payload that was stored with this digest is the one at hand. */
    boolean fits(String stored) {
        return fits(fingerprint, stored) || alternatives.stream().anyMatch(one -> fits(one, stored));
    }

    private static boolean fits(String mine, String stored) {
        boolean bothNameAll = mine.indexOf(WIRE_PART) >= 0 && stored.indexOf(WIRE_PART) >= 0;
        return bothNameAll ? mine.equals(stored) : base(mine).equals(base(stored));
    }

    private static String base(String fingerprint) {
        int end = fingerprint.indexOf(WIRE_PART);
        return end < 0 ? fingerprint : fingerprint.substring(0, end);
    }

    /** The claim of a provider's transaction id, unique per brand, provider and operation. */
    public static ClaimName ofTransaction(
            String brandId,
            RequestKey request,
            String providerId,
            String operation,
            String transactionId,
            String fingerprint) {
        return new ClaimName(
                transactionClaimId(brandId, providerId, operation, transactionId),
                transactionId,
                fingerprint,
                requestClaimId(brandId, request));
    }
}
