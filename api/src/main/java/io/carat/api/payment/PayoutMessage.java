package io.carat.api.payment;

import io.carat.saga.payment.PayoutInstruction;
import io.carat.saga.payment.PayoutResult;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a payment provider says of one payout, in an answer or a callback (docs/reference/payment-provider.md). Members that
 * are not known are left alone; the known ones must be exactly what they should be.
 *
 * @param amount in minor units; null with NOT_FOUND
 * @param reason why it was declined, for people
 */
record PayoutMessage(
        String reference,
        Status status,
        @Nullable Long amount,
        @Nullable String currency,
        String reason) {

    private static final int MAX_REASON = 200;
    private static final String NO_REASON = "no reason given";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The statuses of a payout at the provider. */
    enum Status {
        PAID,
        DECLINED,
        PENDING,
        NOT_FOUND
    }

    /**
     * Reads a body.
     *
     * @throws IllegalArgumentException when it is no such message, saying why
     */
    static PayoutMessage read(byte[] body) {
        JsonNode json = tree(body);
        Status status = status(json);
        boolean found = status != Status.NOT_FOUND;
        return new PayoutMessage(
                text(json, "reference"),
                status,
                found ? amount(json) : null,
                found ? text(json, "currency") : null,
                reason(json));
    }

    /** Whether it speaks of this payout and no other. */
    boolean isAbout(PayoutInstruction instruction) {
        return reference.equals(instruction.reference())
                && (status == Status.NOT_FOUND
                        || (Objects.equals(amount, instruction.amount().amountMinor())
                                && Objects.equals(currency, instruction.amount().currency())));
    }

    PayoutResult result() {
        return switch (status) {
            case PAID -> new PayoutResult.Paid();
            case DECLINED -> new PayoutResult.Declined(reason);
            case PENDING -> new PayoutResult.Pending();
            case NOT_FOUND -> new PayoutResult.Absent();
        };
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The body is not well-formed JSON.", e);
        }
        throw new IllegalArgumentException("The body is no JSON object.");
    }

    private static Status status(JsonNode json) {
        String name = text(json, "status");
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'status' is none of " + Arrays.toString(Status.values()) + "."));
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.get(member);
        if (value == null || !value.isString() || value.asString().isEmpty()) {
            throw new IllegalArgumentException("'" + member + "' must be a text.");
        }
        return value.asString();
    }

    private static long amount(JsonNode json) {
        JsonNode value = json.get("amount");
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("'amount' must be an integer in minor units.");
        }
        return value.asLong();
    }

    private static String reason(JsonNode json) {
        JsonNode value = json.get("reason");
        String text = value == null || !value.isString() ? NO_REASON : value.asString();
        return text.substring(0, Math.min(text.length(), MAX_REASON));
    }
}
