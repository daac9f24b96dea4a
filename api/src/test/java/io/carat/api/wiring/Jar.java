package io.carat.api.wiring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The aggregate of these tests. */
@AggregateRoot(type = "jar")
class Jar {

    record Fill(String jarId, int amount) {}

    record Filled(String jarId, int amount) {}

    @AggregateIdentifier
    private @Nullable String jarId;

    void fill(String id, int amount) {
        apply(new Filled(jarId == null ? id : jarId, amount));
    }

    @EventSourcingHandler
    void on(Filled filled) {
        jarId = filled.jarId();
    }

    static final class Filling {

        private final Repository<Jar> jars;

        Filling(Repository<Jar> jars) {
            this.jars = jars;
        }

        @CommandHandler
        String handle(Fill command) throws Exception {
            jars.loadOrCreate(command.jarId(), Jar::new).execute(jar -> jar.fill(command.jarId(), command.amount()));
            return "filled";
        }
    }
}
