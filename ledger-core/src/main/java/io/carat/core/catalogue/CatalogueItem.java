package io.carat.core.catalogue;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The stream of a brand, a provider or a game. */
@Revision("2") // snapshots of the state without controls are left out
@AggregateRoot(type = "catalogue")
public final class CatalogueItem extends LedgerAggregate<CatalogueEntry> {

    @Override
    protected CatalogueEntry evolve(@Nullable CatalogueEntry before, LedgerEvent event) {
        return CatalogueEntry.evolve(before, (CatalogueEvent) event);
    }
}
