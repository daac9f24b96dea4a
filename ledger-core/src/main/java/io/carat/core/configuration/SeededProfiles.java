package io.carat.core.configuration;

import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.CallbackContract;
import io.carat.core.provider.CallbackFault;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.PayoutBasis;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.ProviderProfile.BetRules;
import io.carat.core.provider.ProviderProfile.Bounds;
import io.carat.core.provider.ProviderProfile.Replies;
import io.carat.core.provider.ProviderProfile.Retry;
import io.carat.core.provider.ProviderProfile.Wire;
import io.carat.core.provider.RollbackReply;
import io.carat.core.provider.WireCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Version 1 of the two profiles that a new platform has. */
final class SeededProfiles {

    private static final int HUB88_DECIMALS = 5;
    private static final Set<Integer> RETRIED = Set.of(429, 500, 502, 503, 504);
    private static final Bounds BOUNDS = new Bounds(2_000, 64);

    private static final List<String> FUNDING_FIELDS = List.of(
            "funding", "fundingSource", "fundFrom", "source", "bucket", "walletType", "useBonus", "bonus", "wallet");

    private SeededProfiles() {}

    static ProviderProfile generic() {
        return new ProviderProfile(
                "generic",
                1,
                new Wire(
                        CallbackContract.GENERIC,
                        CallbackContract.GENERIC.signature(),
                        Map.of(
                                CallbackOperation.BET, List.of("bet"),
                                CallbackOperation.WIN, List.of("win"),
                                CallbackOperation.ROLLBACK, List.of("rollback"),
                                CallbackOperation.BALANCE, List.of("balance")),
                        null,
                        null,
                        FUNDING_FIELDS),
                new BetRules(true, false, PayoutBasis.GROSS, false, false),
                new Replies(
                        RollbackReply.SUCCESS,
                        RollbackReply.REFUSAL,
                        genericCodes(),
                        new WireCode("REFUSED", 422),
                        new Retry(RETRIED, 1)),
                BOUNDS);
    }

    /** The rule book's own names, each with the status of its kind. */
    private static Map<String, WireCode> genericCodes() {
        Map<String, WireCode> codes = new LinkedHashMap<>();
        for (RejectionCode code : RejectionCode.values()) {
            codes.put(code.name(), new WireCode(code.name(), status(code)));
        }
        codes.put("PLAYER_BLOCKED", new WireCode("PLAYER_BLOCKED", 422));
        codes.put("PLAYER_FROZEN", new WireCode("PLAYER_FROZEN", 422));
        codes.put("MAINTENANCE", new WireCode("MAINTENANCE", 503));
        put(codes, CallbackFault.BAD_SIGNATURE, "BAD_SIGNATURE", 401);
        put(codes, CallbackFault.INVALID_REQUEST, "INVALID_REQUEST", 400);
        put(codes, CallbackFault.WRONG_TYPE, "INVALID_REQUEST", 400);
        put(codes, CallbackFault.BODY_TOO_LARGE, "BODY_TOO_LARGE", 413);
        put(codes, CallbackFault.FORBIDDEN, "FORBIDDEN", 403);
        put(codes, CallbackFault.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", 429);
        put(codes, CallbackFault.OVERLOADED, "OVERLOADED", 503);
        put(codes, CallbackFault.UNAVAILABLE, "UNAVAILABLE", 503);
        put(codes, CallbackFault.INTERNAL, "INTERNAL", 500);
        return codes;
    }

    private static int status(RejectionCode code) {
        return switch (code.kind()) {
            case BUSINESS -> 422;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
        };
    }

    static ProviderProfile hub88(String brandId) {
        return new ProviderProfile(
                "hub88",
                1,
                new Wire(
                        CallbackContract.HUB88,
                        CallbackContract.HUB88.signature(),
                        Map.of(
                                CallbackOperation.BET, List.of("bet", "transaction/bet"),
                                CallbackOperation.WIN, List.of("win", "transaction/win"),
                                CallbackOperation.ROLLBACK, List.of("rollback", "transaction/rollback"),
                                CallbackOperation.BALANCE, List.of("balance", "user/balance")),
                        brandId,
                        HUB88_DECIMALS,
                        FUNDING_FIELDS),
                new BetRules(true, true, PayoutBasis.GROSS, true, false),
                new Replies(
                        RollbackReply.SUCCESS,
                        RollbackReply.SUCCESS,
                        hub88Codes(),
                        new WireCode("RS_ERROR_UNKNOWN", 200),
                        new Retry(RETRIED, 1)),
                BOUNDS);
    }

    private static Map<String, WireCode> hub88Codes() {
        Map<String, WireCode> codes = new LinkedHashMap<>();
        put(codes, RejectionCode.INSUFFICIENT_FUNDS, "RS_ERROR_NOT_ENOUGH_MONEY");
        put(codes, RejectionCode.IDEMPOTENCY_MISMATCH, "RS_ERROR_DUPLICATE_TRANSACTION");
        put(codes, RejectionCode.BET_NOT_FOUND, "RS_ERROR_TRANSACTION_DOES_NOT_EXIST");
        put(codes, RejectionCode.BET_ALREADY_SETTLED, "RS_ERROR_UNKNOWN");
        put(codes, RejectionCode.ALREADY_ROLLED_BACK, "RS_ERROR_TRANSACTION_DOES_NOT_EXIST");
        put(codes, RejectionCode.CURRENCY_MISMATCH, "RS_ERROR_WRONG_CURRENCY");
        put(codes, RejectionCode.AMOUNT_INVALID, "RS_ERROR_WRONG_SYNTAX");
        put(codes, RejectionCode.LIMIT_EXCEEDED, "RS_ERROR_LIMIT_REACHED");
        put(codes, RejectionCode.INVALID_GAME, "RS_ERROR_INVALID_GAME");
        put(codes, RejectionCode.TOKEN_EXPIRED, "RS_ERROR_TOKEN_EXPIRED");
        put(codes, RejectionCode.TOKEN_INVALID, "RS_ERROR_INVALID_TOKEN");
        put(codes, RejectionCode.BRAND_NOT_FOUND, "RS_ERROR_INVALID_PARTNER");
        put(codes, RejectionCode.PROVIDER_NOT_FOUND, "RS_ERROR_INVALID_PARTNER");
        codes.put(RejectionCode.POLICY_UNRESOLVED.name(), new WireCode("RS_ERROR_UNKNOWN", 503));
        codes.put("PLAYER_BLOCKED", new WireCode("RS_ERROR_USER_DISABLED", 200));
        codes.put("PLAYER_FROZEN", new WireCode("RS_ERROR_USER_DISABLED", 200));
        codes.put("MAINTENANCE", new WireCode("RS_ERROR_UNKNOWN", 503));
        put(codes, CallbackFault.BAD_SIGNATURE, "RS_ERROR_INVALID_SIGNATURE", 401);
        put(codes, CallbackFault.INVALID_REQUEST, "RS_ERROR_WRONG_SYNTAX", 200);
        put(codes, CallbackFault.WRONG_TYPE, "RS_ERROR_WRONG_TYPES", 200);
        put(codes, CallbackFault.BODY_TOO_LARGE, "RS_ERROR_WRONG_SYNTAX", 413);
        put(codes, CallbackFault.FORBIDDEN, "RS_ERROR_INVALID_PARTNER", 403);
        put(codes, CallbackFault.TOO_MANY_REQUESTS, "RS_ERROR_UNKNOWN", 429);
        put(codes, CallbackFault.OVERLOADED, "RS_ERROR_UNKNOWN", 503);
        put(codes, CallbackFault.UNAVAILABLE, "RS_ERROR_UNKNOWN", 503);
        put(codes, CallbackFault.INTERNAL, "RS_ERROR_UNKNOWN", 500);
        return codes;
    }

    private static void put(Map<String, WireCode> codes, RejectionCode refusal, String code) {
        codes.put(refusal.name(), new WireCode(code, 200));
    }

    private static void put(Map<String, WireCode> codes, CallbackFault fault, String code, int status) {
        codes.put(fault.name(), new WireCode(code, status));
    }
}
