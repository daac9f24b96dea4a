package io.carat.api.catalogue;

import io.carat.api.http.LedgerCommands;
import io.carat.api.http.LedgerCommands.Answered;
import io.carat.api.http.Problems;
import io.carat.core.decision.Answer;
import io.carat.core.decision.Outcome;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends what staff decide about the catalogue, and says what came of it. */
@Component
class CatalogueAnswers {

    private final LedgerCommands commands;

    CatalogueAnswers(LedgerCommands commands) {
        this.commands = commands;
    }

    /** It holds now; the position of the event is 0 where it had held before. */
    record Held(long position) {}

    ResponseEntity<Object> told(Object command) {
        Answered answered = commands.send(command);
        return switch (answered.outcome()) {
            case Outcome.Done ignored -> ResponseEntity.ok(new Held(answered.position()));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }

    ResponseEntity<Object> read(Object query, Function<Answer, Object> shape) {
        return switch (commands.send(query).outcome()) {
            case Outcome.Done done -> ResponseEntity.ok(shape.apply(done.answer()));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }
}
