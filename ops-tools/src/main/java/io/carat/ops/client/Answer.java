package io.carat.ops.client;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param replayed whether it is the stored answer of an earlier request
 * @param body the answer, or the problem document of a refusal
 * @param attempts how often the request was sent until this answer came, 1 and up
 */
public record Answer(int status, boolean replayed, JsonNode body, int attempts) {

    /** Whether the server did what was asked. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** The refusal's code; {@code HTTP_<status>} when the body has none. */
    public String code() {
        return body.path("code").asString("HTTP_" + status);
    }

    /** The event position of an accepted money command. */
    public long position() {
        return body.path("position").asLong(-1);
    }

    /** A text field of the answer, empty when there is none. */
    public String text(String field) {
        return body.path(field).asString("");
    }

    /**
     * The accepted answer as a typed view.
     *
     * @throws CaratFailure when it was refused or lacks what the view needs
     */
    public <T> T as(Class<T> view) {
        if (!accepted()) {
            throw new CaratFailure("The server refused: " + summary());
        }
        try {
            return Json.as(body, view);
        } catch (JacksonException e) {
            throw new CaratFailure(
                    "The answer is not a " + view.getSimpleName() + ": " + field(e) + " is missing or of another type.",
                    e);
        }
    }

    /** The answer in a few words: the status, and for a refusal its code and detail. */
    public String summary() {
        String detail = text("detail");
        return accepted()
                ? String.valueOf(status)
                : status + " " + code() + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    private static String field(JacksonException problem) {
        return problem.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining("", "field ", ""));
    }
}
