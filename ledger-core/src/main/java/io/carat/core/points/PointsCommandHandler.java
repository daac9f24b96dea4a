package io.carat.core.points;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.points.PointsAnswer.PointsView;
import io.carat.core.points.PointsCommand.CreditPoints;
import io.carat.core.points.PointsCommand.ExpirePoints;
import io.carat.core.points.PointsCommand.ReadPoints;
import io.carat.core.points.PointsCommand.RestorePoints;
import io.carat.core.points.PointsCommand.TransferPoints;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandHandler;

/** Takes what is asked of points: loads, decides, appends. */
public final class PointsCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public PointsCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Credits a lot once per request key. */
    @CommandHandler
    public Outcome handle(CreditPoints command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(Claims.underRequest(
                unit,
                command.brandId(),
                command.request(),
                () -> given(command.points())
                        .orElseGet(() -> decide(
                                unit,
                                command,
                                (wallet, zone) -> new PointsDecisions(wallet, unit.now()).credit(command, zone)))));
    }

    /** Restores what expired, once per request key. */
    @CommandHandler
    public Outcome handle(RestorePoints command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(Claims.underRequest(
                unit,
                command.brandId(),
                command.request(),
                () -> given(command.points())
                        .orElseGet(() -> decide(
                                unit,
                                command,
                                (wallet, zone) -> new PointsDecisions(wallet, unit.now()).restore(command, zone)))));
    }

    /** Expires what is due. It has no request key: what is expired cannot expire again. */
    @CommandHandler
    public Outcome handle(ExpirePoints command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(decide(unit, command, (wallet, zone) -> new PointsDecisions(wallet, unit.now()).expire()));
    }

    /** Exchanges points once per request key. */
    @CommandHandler
    public Outcome handle(TransferPoints command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(Claims.underRequest(unit, command.brandId(), command.request(), () -> {
            unit.loadNew(LoadOrder.SUBJECT, PointsTransfer.class, command.transferId());
            return new PointsTransferAdmission(unit, command).decide();
        }));
    }

    /** The points as of now; a player without any has 0. */
    @CommandHandler
    public Outcome handle(ReadPoints query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(decide(
                unit,
                query,
                (wallet, zone) -> Decision.accepted(
                        List.of(), PointsView.of(wallet.bucket(wallet.topology().points()), unit.now()))));
    }

    private static Decision decide(
            LedgerUnit unit, PointsCommand command, BiFunction<Wallet, ZoneId, Decision> decide) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Brand> brand = configuration.brand(command.brandId());
        if (brand.isEmpty()) {
            return Decision.rejected(RejectionCode.BRAND_NOT_FOUND, "There is no brand " + command.brandId() + ".");
        }
        Optional<Topology> topology = configuration.topology();
        if (topology.isEmpty()) {
            return Decision.rejected(Admission.unresolved("points"));
        }
        Owner owner = new Owner(command.brandId(), command.playerId(), Money.POINTS);
        List<String> points = List.of(topology.get().points());
        return decide.apply(
                WalletLoading.wallet(unit, owner, topology.get(), points),
                ZoneId.of(brand.get().zone()));
    }

    private static Optional<Decision> given(long points) {
        return points > 0 && points <= Money.MAX_REQUEST_MINOR
                ? Optional.empty()
                : Optional.of(Decision.rejected(
                        RejectionCode.AMOUNT_INVALID,
                        "Points are from 1 to " + Money.MAX_REQUEST_MINOR + ", not " + points + "."));
    }
}
