package io.carat.core.eventstore.writer;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;

/** What each append of a batch is told once the batch is durable. */
final class Settlement {

    private final List<Runnable> answers = new ArrayList<>();

    private Settlement() {}

    /** Gives the appends their places in a plan. */
    static Settlement of(List<PendingAppend> batch, BatchPlan plan) {
        Settlement settlement = new Settlement();
        batch.forEach(pending -> settlement.place(plan, pending));
        return settlement;
    }

    private void place(BatchPlan plan, PendingAppend pending) {
        try {
            AppendedRange range = plan.place(pending.append());
            answers.add(() -> pending.stored(range));
        } catch (ConcurrencyException e) {
            answers.add(() -> pending.failed(e));
        }
    }

    void settle() {
        answers.forEach(Runnable::run);
    }
}
