package io.carat.core.decision;

/** The refusals that callers can rely on (rule book §0, §3, §5, §8), with how each is treated. */
public enum RejectionCode {
    INSUFFICIENT_FUNDS(Kind.BUSINESS, true),
    IDEMPOTENCY_MISMATCH(Kind.BUSINESS, false),
    BET_NOT_FOUND(Kind.NOT_FOUND, false),
    SETTLEMENT_NOT_FOUND(Kind.NOT_FOUND, false),
    OPEN_RECEIVABLE(Kind.BUSINESS, true),
    BET_ALREADY_SETTLED(Kind.CONFLICT, true),
    ALREADY_ROLLED_BACK(Kind.CONFLICT, true),
    CURRENCY_MISMATCH(Kind.BUSINESS, true),
    TOPOLOGY_MISMATCH(Kind.BUSINESS, true),
    LIMIT_EXCEEDED(Kind.BUSINESS, true),
    PLAYER_BLOCKED(Kind.BUSINESS, false),
    PLAYER_FROZEN(Kind.BUSINESS, false),
    PLAYER_NOT_FOUND(Kind.NOT_FOUND, false),
    EXCLUSION_IN_FORCE(Kind.CONFLICT, false),
    MAINTENANCE(Kind.UNAVAILABLE, false),
    AMOUNT_INVALID(Kind.BUSINESS, false),
    INVALID_GAME(Kind.BUSINESS, true),
    POLICY_UNRESOLVED(Kind.UNAVAILABLE, false),
    PAIR_NOT_ALLOWED(Kind.BUSINESS, true),
    SAME_BUCKET(Kind.BUSINESS, true),
    BELOW_MIN(Kind.BUSINESS, true),
    ABOVE_MAX(Kind.BUSINESS, true),
    POINTS_RATE_MISSING(Kind.BUSINESS, true),
    POINTS_EXPIRED(Kind.BUSINESS, true),
    EXPIRY_NOT_FOUND(Kind.NOT_FOUND, false),
    TRANSFER_NOT_FOUND(Kind.NOT_FOUND, false),
    BONUS_ALREADY_ACTIVE(Kind.CONFLICT, true),
    COUPON_NOT_FOUND(Kind.NOT_FOUND, false),
    COUPON_NOT_OWNER(Kind.BUSINESS, true),
    COUPON_NOT_ACTIVE(Kind.BUSINESS, true),
    BONUS_NOT_FOUND(Kind.NOT_FOUND, false),
    BONUS_ENDED(Kind.CONFLICT, true),
    BONUS_EXPIRED(Kind.BUSINESS, true),
    DEPOSIT_NOT_FOUND(Kind.NOT_FOUND, false),
    ROLLING_TARGET_INELIGIBLE(Kind.BUSINESS, true),
    COUPON_EXPIRED(Kind.BUSINESS, true),
    COUPON_REVOKED(Kind.BUSINESS, true),
    COUPON_CONSUMED(Kind.BUSINESS, true),
    COUPON_RESERVED(Kind.CONFLICT, true),
    COUPON_PRODUCT_MISMATCH(Kind.BUSINESS, true),
    COUPON_PROVIDER_NOT_ALLOWED(Kind.BUSINESS, true),
    COUPON_CURRENCY_MISMATCH(Kind.BUSINESS, true),
    COUPON_MIN_STAKE(Kind.BUSINESS, true),
    COUPON_MAX_STAKE(Kind.BUSINESS, true),
    COUPON_MIN_ODDS(Kind.BUSINESS, true),
    COUPON_PARTIAL_NOT_ALLOWED(Kind.BUSINESS, true),
    COUPON_MIX_NOT_ALLOWED(Kind.BUSINESS, true),
    COUPON_PLAYER_INELIGIBLE(Kind.BUSINESS, true),
    COUPON_TOPOLOGY_MISMATCH(Kind.BUSINESS, true),
    COUPON_ALREADY_CLAIMED(Kind.BUSINESS, true),
    COUPON_BUDGET_EXHAUSTED(Kind.BUSINESS, true),
    CAMPAIGN_NOT_FOUND(Kind.NOT_FOUND, false),
    REVIEW_NOT_FOUND(Kind.NOT_FOUND, false),
    REVIEW_CLOSED(Kind.CONFLICT, false),
    BRAND_NOT_FOUND(Kind.NOT_FOUND, false),
    PROVIDER_NOT_FOUND(Kind.NOT_FOUND, false),
    WALLET_NOT_FOUND(Kind.NOT_FOUND, false),
    WITHDRAWAL_NOT_FOUND(Kind.NOT_FOUND, false),
    WITHDRAWAL_STATE_CONFLICT(Kind.CONFLICT, true),
    REQUIREMENT_NOT_FOUND(Kind.NOT_FOUND, false),
    VERSION_IMMUTABLE(Kind.CONFLICT, false),
    POLICY_NOT_FOUND(Kind.NOT_FOUND, false),
    POLICY_INVALID(Kind.BUSINESS, false),
    TOPOLOGY_NOT_FOUND(Kind.NOT_FOUND, false),
    TOPOLOGY_INVALID(Kind.BUSINESS, false),
    ACTIVATION_BLOCKED(Kind.CONFLICT, false),
    PRODUCT_NOT_SERVED(Kind.BUSINESS, false),
    PROFILE_INVALID(Kind.BUSINESS, false),
    PROFILE_NOT_FOUND(Kind.NOT_FOUND, false),
    TOKEN_EXPIRED(Kind.BUSINESS, false),
    TOKEN_INVALID(Kind.BUSINESS, false);

    /** How a refusal is told to a caller. */
    public enum Kind {
        /** The request is understood and the rules forbid it. */
        BUSINESS,
        /** The thing named does not exist, or not for this caller. */
        NOT_FOUND,
        /** The thing named is in a state that excludes the request. */
        CONFLICT,
        /** The request can be sent again unchanged later. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final boolean stored;

    RejectionCode(Kind kind, boolean stored) {
        this.kind = kind;
        this.stored = stored;
    }

    /** How the refusal is told to a caller. */
    public Kind kind() {
        return kind;
    }

    /** Whether the refusal is stored under its request key and replayed; otherwise a retry decides anew (rule book §0). */
    public boolean stored() {
        return stored;
    }
}
