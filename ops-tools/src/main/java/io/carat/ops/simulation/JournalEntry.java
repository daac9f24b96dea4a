package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.Json;
import io.carat.ops.client.MoneyRequest;
import tools.jackson.databind.JsonNode;

/**
 * One answered money request.
 *
 * @param body the text that was sent, as a string so that it is sent again byte by byte
 * @param answer what came back
 */
record JournalEntry(String method, String path, String key, String body, int status, JsonNode answer) {

    static JournalEntry of(MoneyRequest request, Answer answer) {
        return new JournalEntry("POST", request.path(), request.key(), request.body(), answer.status(), answer.body());
    }

    static JournalEntry parse(String line) {
        return Json.as(Json.read(line), JournalEntry.class);
    }

    String line() {
        return Json.write(this);
    }

    MoneyRequest request() {
        return new MoneyRequest(path, key, body);
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    String code() {
        return answer.path("code").asString("");
    }
}
