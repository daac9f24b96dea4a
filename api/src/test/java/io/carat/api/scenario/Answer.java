package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said to one request. */
record Answer(int status, JsonNode body, boolean replayed, String contentType) {

    static Answer of(HttpResponse<String> response) {
        JsonNode body = response.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(response.body());
        return new Answer(
                response.statusCode(),
                body,
                response.headers().firstValue("Idempotent-Replayed").orElse("").equals("true"),
                response.headers().firstValue("Content-Type").orElse(""));
    }

    /** Accepted. */
    Answer ok() {
        assertThat(status).as("%s", body).isEqualTo(200);
        return this;
    }

    /** Refused with a problem document that has this code. */
    Answer refused(int expectedStatus, String code) {
        assertThat(status).as("%s", body).isEqualTo(expectedStatus);
        assertThat(contentType).startsWith("application/problem+json");
        assertThat(text("code")).as("%s", body).isEqualTo(code);
        assertThat(text("detail")).isNotBlank();
        return this;
    }

    /** The stored answer of an earlier call, word for word. */
    Answer replays(Answer first) {
        assertThat(replayed).as("%s", body).isTrue();
        assertThat(status).isEqualTo(first.status);
        assertThat(body).isEqualTo(first.body);
        return this;
    }

    /** The parts of an array as {@code "NORMAL 4000, WITHDRAWABLE 500"}. */
    Answer parts(String array, String expected) {
        StringBuilder parts = new StringBuilder();
        for (JsonNode part : body.get(array)) {
            parts.append(parts.isEmpty() ? "" : ", ")
                    .append(part.get("source").asString())
                    .append(' ')
                    .append(part.get("amount").asLong());
        }
        assertThat(parts).hasToString(expected);
        return this;
    }

    String text(String member) {
        return body.path(member).asString("");
    }

    long number(String member) {
        return body.get(member).asLong();
    }
}
