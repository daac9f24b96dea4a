package io.carat.api.http;

import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Problem documents (RFC 9457) with the {@code code} that callers act on. */
public final class Problems {

    private Problems() {}

    /** The problem of a refusal. */
    public static ProblemDetail of(Rejection rejection) {
        return of(status(rejection), rejection.code().name(), rejection.detail());
    }

    /** A problem with a code and a sentence for people. */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }

    /** A whole answer that is a refusal. */
    public static ResponseEntity<Object> response(Rejection rejection) {
        return ResponseEntity.status(status(rejection))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(rejection));
    }

    static HttpStatus status(Rejection rejection) {
        RejectionCode.Kind kind = rejection.code().kind();
        return switch (kind) {
            case BUSINESS -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
