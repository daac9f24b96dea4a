package io.carat.api.provider;

import io.carat.api.http.AmountInvalidException;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.decision.RejectionCode;
import io.carat.core.digest.Sha256;
import io.carat.core.provider.CallbackFault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A callback's members by name and type. Members that nobody asks for are left alone: providers add some. One that is null
 * counts as not sent.
 */
final class CallbackBody {

    private static final int LONGEST_TOKEN = 255;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode json;

    private CallbackBody(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads a body whose signature was checked.
     *
     * @throws CallbackRefusedException when it is no JSON object
     */
    static CallbackBody read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return new CallbackBody(json);
            }
        } catch (JacksonException e) {
            // Told below, without repeating the body.
        }
        throw new CallbackRefusedException(CallbackFault.INVALID_REQUEST, "The body is no well-formed JSON object.");
    }

    /** A text that must be there and have this form. */
    String text(String member, Form form) {
        String value = optionalText(member);
        return formed(() -> form.check(member, value));
    }

    /** A text that has this form if it is there. */
    @Nullable
    String optional(String member, Form form) {
        return optionalText(member) == null ? null : text(member, form);
    }

    /** A text that is handed back as it is; null when it is none. */
    @Nullable
    String echo(String member) {
        JsonNode value = json.get(member);
        return value != null && value.isString() && value.asString().length() <= LONGEST_TOKEN
                ? value.asString()
                : null;
    }

    /** An integer that must be there. */
    long integer(String member) {
        JsonNode value = member(member);
        if (value == null) {
            throw new CallbackRefusedException(CallbackFault.INVALID_REQUEST, "'" + member + "' is missing.");
        }
        if (!value.isIntegralNumber()) {
            throw new CallbackRefusedException(CallbackFault.WRONG_TYPE, "'" + member + "' must be an integer.");
        }
        if (!value.canConvertToLong()) {
            throw new CallbackRefusedException(
                    RejectionCode.AMOUNT_INVALID, "'" + member + "' is a number outside what an amount can be.");
        }
        return value.asLong();
    }

    /** Whether a member is there. */
    boolean has(String member) {
        return member(member) != null;
    }

    /** True or false, or null when it is not there. */
    @Nullable
    Boolean optionalBoolean(String member) {
        JsonNode value = member(member);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new CallbackRefusedException(CallbackFault.WRONG_TYPE, "'" + member + "' must be true or false.");
        }
        return value.asBoolean();
    }

    /** The SHA-256 in hex of a token, or null when none is there. The token itself goes no further. */
    @Nullable
    String optionalTokenDigest(String member) {
        String token = optionalText(member);
        if (token == null || token.isEmpty()) {
            return null;
        }
        if (token.length() > LONGEST_TOKEN) {
            throw new CallbackRefusedException(
                    CallbackFault.INVALID_REQUEST, "'" + member + "' has more than " + LONGEST_TOKEN + " characters.");
        }
        return HexFormat.of().formatHex(Sha256.begin().digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** The members that a profile lists as saying where a stake is to come from, whatever their case and underscores. */
    Set<String> among(List<String> names) {
        Set<String> plain = names.stream().map(CallbackBody::plain).collect(Collectors.toSet());
        return json.propertyNames().stream()
                .filter(name -> plain.contains(plain(name)))
                .collect(Collectors.toSet());
    }

    /** Runs a check of {@link Field}, told in the provider's terms. */
    static <T> T formed(Supplier<T> check) {
        try {
            return check.get();
        } catch (InvalidRequestException e) {
            throw new CallbackRefusedException(CallbackFault.INVALID_REQUEST, String.valueOf(e.getMessage()));
        } catch (AmountInvalidException e) {
            throw new CallbackRefusedException(RejectionCode.AMOUNT_INVALID, String.valueOf(e.getMessage()));
        }
    }

    /** A form of {@link Field}. */
    interface Form {
        /** The value, or a refusal that names the member. */
        String check(String member, @Nullable String value);
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private @Nullable String optionalText(String member) {
        JsonNode value = member(member);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw new CallbackRefusedException(CallbackFault.WRONG_TYPE, "'" + member + "' must be a text.");
        }
        return value.asString();
    }

    private @Nullable JsonNode member(String member) {
        JsonNode value = json.get(member);
        return value == null || value.isNull() ? null : value;
    }
}
