package io.carat.projection.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Collects what the events of a unit of work ask for and hands all of it over at once, before the unit commits. A
 * processor's batch is one unit of work, and its transaction, which stores the token too, commits after that: a failure
 * takes the batch back as a whole. Then the exception names the event where it can.
 *
 * <p>One event at a time remains possible: a batch of one event is written as such, and without a unit of work each
 * change is handed over as it comes, so that a failure is that event's.
 *
 * @param <W> what one event asks for
 */
public final class BatchedWrites<W> {

    private final String resource;
    private final Consumer<List<W>> writer;

    /**
     * Collects for a writer, which takes changes in the order of their events, in the caller's transaction.
     *
     * @param name tells these writes from others of the same unit of work
     */
    public BatchedWrites(String name, Consumer<List<W>> writer) {
        this.resource = BatchedWrites.class.getName() + "/" + name;
        this.writer = writer;
    }

    /** Takes a change, to be written before the current unit of work commits; at once if there is none. */
    public void add(W change) {
        if (CurrentUnitOfWork.isStarted()) {
            collected(CurrentUnitOfWork.get()).add(change);
        } else {
            writer.accept(List.of(change));
        }
    }

    private List<W> collected(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(resource, name -> collectIn(unit));
    }

    private List<W> collectIn(UnitOfWork<?> unit) {
        List<W> changes = new ArrayList<>();
        unit.onPrepareCommit(committing -> writer.accept(changes));
        return changes;
    }
}
