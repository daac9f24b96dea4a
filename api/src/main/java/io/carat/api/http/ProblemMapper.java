package io.carat.api.http;

import io.carat.api.failure.CommandFailure;
import io.carat.api.signature.BadSignatureException;
import io.carat.projection.paging.MalformedCursorException;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure into a problem document that says what was wrong and what to do. */
@RestControllerAdvice
class ProblemMapper extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final String SAME_KEY = " Send the request again with the same Idempotency-Key to learn what holds.";

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequestException failure) {
        return Problems.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", text(failure));
    }

    @ExceptionHandler
    ProblemDetail invalid(MalformedCursorException failure) {
        return Problems.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "'cursor' is not one that this list returned.");
    }

    @ExceptionHandler
    ProblemDetail amount(AmountInvalidException failure) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "AMOUNT_INVALID", text(failure));
    }

    @ExceptionHandler
    ProblemDetail unsigned(BadSignatureException failure) {
        return Problems.of(HttpStatus.UNAUTHORIZED, "BAD_SIGNATURE", text(failure));
    }

    @ExceptionHandler
    ProblemDetail forbidden(ForbiddenException failure) {
        return Problems.of(HttpStatus.FORBIDDEN, "FORBIDDEN", text(failure));
    }

    /** A command that failed; what is known of its effect decides what the caller is told. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(CompletionException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        CommandFailure known = CommandFailure.of(cause);
        return switch (known.kind()) {
            case OVERLOADED -> retry("OVERLOADED", known.message() + "; nothing was done.");
            case CONTENTION -> retry("CONTENTION", "Other commands kept changing the same wallet; nothing was done.");
            case STORE_UNAVAILABLE ->
                retry("STORE_UNAVAILABLE", "The event store cannot take the command now; nothing was done.");
            case OUTCOME_UNKNOWN -> {
                LOG.warn("The outcome of a command is unknown: {}", cause.toString());
                yield retry("OUTCOME_UNKNOWN", "The event store did not confirm the command." + SAME_KEY);
            }
            case UNEXPECTED -> unexpected(cause);
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(DataAccessException failure) {
        LOG.warn("A read of the database failed", failure);
        return retry("STORE_UNAVAILABLE", "The database cannot be read now.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(EventStoreException failure) {
        LOG.warn("A read of the event store failed", failure);
        return retry("STORE_UNAVAILABLE", "The event store cannot be read now.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(RuntimeException failure) {
        return unexpected(failure);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = UnreadableBody.explain(failure);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> response = super.handleExceptionInternal(failure, body, headers, status, request);
        if (response != null && response.getBody() instanceof ProblemDetail problem) {
            problem.setProperty("code", code(status));
        }
        return response;
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            default -> status.is4xxClientError() ? "INVALID_REQUEST" : "INTERNAL";
        };
    }

    private static ResponseEntity<ProblemDetail> retry(String code, String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail));
    }

    private static ResponseEntity<ProblemDetail> unexpected(Throwable failure) {
        LOG.error("A request failed unexpectedly", failure);
        return ResponseEntity.internalServerError()
                .body(Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL",
                        "The request failed for a reason that is not the caller's." + SAME_KEY));
    }

    private static String text(RuntimeException failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }
}
