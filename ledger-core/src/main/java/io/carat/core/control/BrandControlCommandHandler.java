package io.carat.core.control;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.catalogue.BrandLimits;
import io.carat.core.catalogue.CatalogueEntry;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.catalogue.CatalogueEvent;
import io.carat.core.catalogue.CatalogueEvent.BrandLimitsSet;
import io.carat.core.catalogue.CatalogueEvent.BrandResumed;
import io.carat.core.catalogue.CatalogueEvent.BrandSuspended;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.control.BrandControlCommand.ReadBrand;
import io.carat.core.control.BrandControlCommand.ResumeBrand;
import io.carat.core.control.BrandControlCommand.SetBrandLimits;
import io.carat.core.control.BrandControlCommand.SuspendBrand;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Takes what is decided about brands, in the brand's own stream, which every money command reads. */
public final class BrandControlCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public BrandControlCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Suspends. */
    @CommandHandler
    public Outcome handle(SuspendBrand command) {
        return decide(command);
    }

    /** Ends a suspension. */
    @CommandHandler
    public Outcome handle(ResumeBrand command) {
        return decide(command);
    }

    /** Sets limits. */
    @CommandHandler
    public Outcome handle(SetBrandLimits command) {
        return decide(command);
    }

    /** The brand as of now. */
    @CommandHandler
    public Outcome handle(ReadBrand query) {
        return decide(query);
    }

    private Outcome decide(BrandControlCommand command) {
        LedgerUnit unit = new LedgerUnit(access);
        String id = CatalogueEntry.brandStreamId(command.brandId());
        CatalogueEntry entry = unit.load(LoadOrder.SUBJECT, CatalogueItem.class, id);
        return unit.conclude(
                entry instanceof Brand brand
                        ? decide(id, command, brand)
                        : Decision.rejected(
                                RejectionCode.BRAND_NOT_FOUND, "There is no brand " + command.brandId() + "."));
    }

    private static Decision decide(String id, BrandControlCommand command, Brand brand) {
        if (command instanceof SetBrandLimits set
                && !brand.currencies().contains(set.limits().currency())) {
            return Decision.rejected(brand.holdsNot(set.limits().currency()));
        }
        Optional<CatalogueEvent> change = switch (command) {
            case SuspendBrand suspend
            when !brand.suspended() -> Optional.of(new BrandSuspended(id, suspend.brandId(), suspend.note()));
            case ResumeBrand resume
            when brand.suspended() -> Optional.of(new BrandResumed(id, resume.brandId(), resume.note()));
            case SetBrandLimits set
            when !holds(brand, set.limits()) ->
                Optional.of(new BrandLimitsSet(id, set.brandId(), set.limits(), set.note()));
            case SuspendBrand ignored -> Optional.empty();
            case ResumeBrand ignored -> Optional.empty();
            case SetBrandLimits ignored -> Optional.empty();
            case ReadBrand ignored -> Optional.empty();
        };
        CatalogueEntry after =
                change.map(event -> CatalogueEntry.evolve(brand, event)).orElse(brand);
        return Decision.accepted(change.stream().toList(), BrandStanding.of((Brand) after));
    }

    private static boolean holds(Brand brand, BrandLimits wanted) {
        BrandLimits none = new BrandLimits(wanted.currency(), null, null);
        return brand.limits().stream()
                .filter(limits -> limits.currency().equals(wanted.currency()))
                .findFirst()
                .orElse(none)
                .equals(wanted);
    }
}
