package io.carat.api.provider;

import io.carat.api.http.Field;
import io.carat.core.provider.CallbackFault;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.WireCode;
import io.carat.core.wallet.PlayableAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Hub88's public wallet API for operators: a bet is known by its transaction_uuid, which wins and rollbacks name as
 * reference_transaction_uuid. Every answer is a status, whatever its HTTP status.
 */
record Hub88Contract() implements Contract {

    private static final String OK = "RS_OK";

    @Override
    public CallbackCall read(CallbackOperation operation, CallbackBody body, ProviderProfile profile) {
        body.text("request_uuid", Field::reference);
        String playerId = body.text("user", Field::name);
        String brandId = Objects.requireNonNull(profile.wire().brandId(), "checked when the profile was defined");
        return switch (operation) {
            case BET -> {
                String betId = body.text("transaction_uuid", Field::reference);
                yield call(operation, body, profile, brandId, playerId, betId, betId);
            }
            case WIN, ROLLBACK ->
                call(
                        operation,
                        body,
                        profile,
                        brandId,
                        playerId,
                        betId(body, campaign(operation, body)),
                        body.text("transaction_uuid", Field::reference));
            case BALANCE -> call(operation, body, profile, brandId, playerId, null, null);
        };
    }

    private static CallbackCall call(
            CallbackOperation operation,
            CallbackBody body,
            ProviderProfile profile,
            String brandId,
            String playerId,
            @Nullable String betId,
            @Nullable String transactionId) {
        boolean moves = operation == CallbackOperation.BET || operation == CallbackOperation.WIN;
        String currency = moves
                ? body.text("currency", (member, value) -> Field.currency(value))
                : body.optional("currency", (member, value) -> Field.currency(value));
        String roundId = body.optional("round", Field::reference);
        return new CallbackCall(
                operation,
                profile.providerId(),
                brandId,
                playerId,
                currency,
                game(operation, body),
                betId,
                roundId == null && operation == CallbackOperation.BET ? betId : roundId,
                transactionId,
                moves && currency != null
                        ? (Long) AmountScale.of(profile).toMinor("amount", body.integer("amount"), currency)
                        : null,
                // Only a win can close: that of a bet says nothing of its result.
                operation == CallbackOperation.WIN ? body.optionalBoolean("round_closed") : null,
                body.optionalTokenDigest("token"),
                campaign(operation, body));
    }

    private static @Nullable String game(CallbackOperation operation, CallbackBody body) {
        String code = body.optional("game_code", Field::name);
        if (code != null) {
            return code;
        }
        String id = body.has("game_id") ? Field.name("game_id", Long.toString(body.integer("game_id"))) : null;
        if (id == null && operation == CallbackOperation.BET) {
            throw new CallbackRefusedException(CallbackFault.INVALID_REQUEST, "'game_code' is missing.");
        }
        return id;
    }

    private static @Nullable String campaign(CallbackOperation operation, CallbackBody body) {
        body.optionalBoolean("is_free");
        String reward = body.optional("reward_uuid", Field::reference);
        return operation == CallbackOperation.WIN ? reward : null;
    }

    /** Only a win that names a reward may leave its bet out. */
    private static @Nullable String betId(CallbackBody body, @Nullable String reward) {
        String member = "reference_transaction_uuid";
        return reward == null ? body.text(member, Field::reference) : body.optional(member, Field::reference);
    }

    @Override
    public WireAnswer done(CallbackBody body, CallbackResult result, AmountScale scale) {
        Map<String, Object> answer = echoes(body, OK);
        add(answer, result.balance(), scale);
        return new WireAnswer(HttpStatus.OK.value(), MediaType.APPLICATION_JSON, answer);
    }

    @Override
    public WireAnswer refused(
            @Nullable CallbackBody body,
            WireCode code,
            String detail,
            @Nullable PlayableAnswer balance,
            AmountScale scale) {
        Map<String, Object> answer = echoes(body, code.code());
        answer.put("message", detail);
        if (balance != null) {
            add(answer, balance, scale);
        }
        return new WireAnswer(code.status(), MediaType.APPLICATION_JSON, answer);
    }

    private static Map<String, Object> echoes(@Nullable CallbackBody body, String status) {
        Map<String, Object> answer = new LinkedHashMap<>();
        String user = body == null ? null : body.echo("user");
        if (user != null) {
            answer.put("user", user);
        }
        answer.put("status", status);
        String request = body == null ? null : body.echo("request_uuid");
        if (request != null) {
            answer.put("request_uuid", request);
        }
        return answer;
    }

    private static void add(Map<String, Object> answer, PlayableAnswer balance, AmountScale scale) {
        if (!balance.currency().equals(PlayableAnswer.NO_CURRENCY)) {
            answer.put("currency", balance.currency());
        }
        answer.put("balance", scale.fromMinor(balance.amountMinor(), balance.currency()));
    }
}
