package io.carat.core.catalogue;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a brand, a provider or a game. */
@AggregateRoot(type = "catalogue")
public final class CatalogueItem extends LedgerAggregate<CatalogueEntry> {

    @Override
    protected CatalogueEntry evolve(@Nullable CatalogueEntry before, LedgerEvent event) {
        return CatalogueEntry.evolve(before, (CatalogueEvent) event);
    }
}
