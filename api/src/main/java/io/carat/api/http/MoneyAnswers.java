package io.carat.api.http;

import io.carat.api.http.LedgerCommands.Answered;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.UnmovedAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers money commands: what was decided, with its event position; a refusal as a problem document. */
@Component
public final class MoneyAnswers {

    /** Says that the answer is the stored one of an earlier call. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private final LedgerCommands commands;
    private final JsonMapper json;

    MoneyAnswers(LedgerCommands commands, JsonMapper json) {
        this.commands = commands;
        this.json = json;
    }

    /** Sends the command and renders what comes of it. */
    public ResponseEntity<Object> answer(Object command) {
        Answered answered = commands.send(command);
        return switch (answered.outcome()) {
            case Outcome.Done done -> ok(done, answered.position());
            case Outcome.Refused refused -> refused(refused);
        };
    }

    // As bytes: an answer of known length leaves in one piece, one that is written as it is rendered in chunks.
    private ResponseEntity<Object> ok(Outcome.Done done, long position) {
        ObjectNode body = json.valueToTree(done.answer());
        body.remove("answer");
        if (!(done.answer() instanceof UnmovedAnswer)) {
            body.put("position", position);
        }
        return replayable(done.replayedFrom() != null, ResponseEntity.ok())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
    }

    private static ResponseEntity<Object> refused(Outcome.Refused refused) {
        return replayable(refused.replayed(), ResponseEntity.status(Problems.status(refused.rejection())))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(refused.rejection()));
    }

    private static ResponseEntity.BodyBuilder replayable(boolean replayed, ResponseEntity.BodyBuilder response) {
        return replayed ? response.headers(replayedHeader()) : response;
    }

    private static HttpHeaders replayedHeader() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(REPLAYED, "true");
        return headers;
    }
}
