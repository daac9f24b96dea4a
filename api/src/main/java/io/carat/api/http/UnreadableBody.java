package io.carat.api.http;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that could not be read, without repeating the body. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail explain(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ProblemDetail problem = explain(cause);
            if (problem != null) {
                return problem;
            }
        }
        return invalid("A JSON body is expected.");
    }

    private static @Nullable ProblemDetail explain(Throwable cause) {
        return switch (cause) {
            case AmountInvalidException amount -> amountInvalid(String.valueOf(amount.getMessage()));
            case InvalidRequestException invalid -> invalid(String.valueOf(invalid.getMessage()));
            case BodyTooLargeException large ->
                Problems.of(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", String.valueOf(large.getMessage()));
            case UnrecognizedPropertyException unknown ->
                invalid("'" + unknown.getPropertyName() + "' is not a member of this request; it takes "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".");
            case InputCoercionException ignored ->
                amountInvalid(path(ignored) + " is a number outside what an amount can be.");
            case InvalidFormatException format ->
                invalid(path(format) + " must be of type "
                        + format.getTargetType().getSimpleName().toLowerCase(Locale.ROOT) + ".");
            case StreamReadException ignored
            when ignored.getCause() == null -> invalid("The body is not well-formed JSON" + at(ignored) + ".");
            case DatabindException mismatch
            when mismatch.getCause() == null ->
                invalid(path(mismatch) + " does not have the type that this request takes.");
            default -> null;
        };
    }

    private static ProblemDetail invalid(String detail) {
        return Problems.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
    }

    private static ProblemDetail amountInvalid(String detail) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "AMOUNT_INVALID", detail);
    }

    private static String path(JacksonException failure) {
        String path = failure.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "The body" : "'" + path + "'";
    }

    private static String at(JacksonException failure) {
        var location = failure.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
