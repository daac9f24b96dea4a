package io.carat.api.wiring;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.eventstore.LedgerRepository;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The aggregate of these tests. */
@AggregateRoot(type = "jar")
class Jar extends LedgerAggregate<Jar.Content> {

    record Content(int amount) {}

    record Fill(String jarId, int amount) {}

    record Filled(String jarId, int amount) implements LedgerEvent {
        @Override
        public String streamId() {
            return jarId;
        }
    }

    @Override
    protected Content evolve(@Nullable Content before, LedgerEvent event) {
        int already = before == null ? 0 : before.amount();
        return new Content(already + ((Filled) event).amount());
    }

    static final class Filling {

        private final LedgerRepository<Jar> jars;

        Filling(LedgerRepository<Jar> jars) {
            this.jars = jars;
        }

        @CommandHandler
        String handle(Fill command) {
            jars.loadOrCreate(command.jarId()).execute(jar -> jar.apply(new Filled(command.jarId(), command.amount())));
            return "filled";
        }
    }
}
