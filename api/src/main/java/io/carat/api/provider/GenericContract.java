package io.carat.api.provider;

import io.carat.api.http.Field;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.WireCode;
import io.carat.core.wallet.PlayableAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Carat's own contract: camel case, problem documents (docs/reference/provider-callbacks.md). */
record GenericContract() implements Contract {

    @Override
    public CallbackCall read(CallbackOperation operation, CallbackBody body, ProviderProfile profile) {
        boolean bet = operation == CallbackOperation.BET;
        boolean balance = operation == CallbackOperation.BALANCE;
        String brandId = body.text("brandId", (member, value) -> Field.brand(value));
        String playerId = body.text("playerId", Field::name);
        String currency = body.text("currency", (member, value) -> Field.currency(value));
        String campaign = operation == CallbackOperation.WIN ? body.optional("campaignId", Field::reference) : null;
        return new CallbackCall(
                operation,
                profile.providerId(),
                brandId,
                playerId,
                currency,
                bet ? body.text("gameId", Field::name) : body.optional("gameId", Field::name),
                balance ? null : betId(body, campaign),
                bet ? body.text("roundId", Field::reference) : body.optional("roundId", Field::reference),
                balance ? null : body.text("transactionId", Field::reference),
                amount(operation, body, AmountScale.of(profile), currency),
                body.optionalBoolean("closesRound"),
                body.optionalTokenDigest("token"),
                campaign);
    }

    /** Only a win that names a campaign may leave its bet out. */
    private static @Nullable String betId(CallbackBody body, @Nullable String campaign) {
        return campaign == null ? body.text("betId", Field::reference) : body.optional("betId", Field::reference);
    }

    private static @Nullable Long amount(
            CallbackOperation operation, CallbackBody body, AmountScale scale, String currency) {
        return switch (operation) {
            case BET, WIN -> scale.toMinor("amount", body.integer("amount"), currency);
            case ROLLBACK ->
                body.has("amount") ? (Long) scale.toMinor("amount", body.integer("amount"), currency) : null;
            case BALANCE -> null;
        };
    }

    @Override
    public WireAnswer done(CallbackBody body, CallbackResult result, AmountScale scale) {
        Map<String, Object> answer = new LinkedHashMap<>();
        put(answer, "transactionId", result.call().transactionId());
        put(answer, "betId", result.call().betId());
        put(answer, "authorizationId", result.authorizationId());
        put(answer, "status", result.status());
        put(
                answer,
                "playerId",
                result.call().operation() == CallbackOperation.BALANCE
                        ? result.call().playerId()
                        : null);
        String currency = result.balance().currency();
        answer.put("currency", currency);
        answer.put("balance", scale.fromMinor(result.balance().amountMinor(), currency));
        put(answer, "position", result.status() == null ? null : result.position());
        return new WireAnswer(HttpStatus.OK.value(), MediaType.APPLICATION_JSON, answer);
    }

    @Override
    public WireAnswer refused(
            @Nullable CallbackBody body,
            WireCode code,
            String detail,
            @Nullable PlayableAnswer balance,
            AmountScale scale) {
        Map<String, Object> problem = new LinkedHashMap<>();
        HttpStatus known = HttpStatus.resolve(code.status());
        problem.put("type", "about:blank");
        put(problem, "title", known == null ? null : known.getReasonPhrase());
        problem.put("status", code.status());
        problem.put("detail", detail);
        problem.put("code", code.code());
        return new WireAnswer(code.status(), MediaType.APPLICATION_PROBLEM_JSON, problem);
    }

    private static void put(Map<String, Object> answer, String member, @Nullable Object value) {
        if (value != null) {
            answer.put(member, value);
        }
    }
}
