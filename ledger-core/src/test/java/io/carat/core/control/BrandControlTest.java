package io.carat.core.control;

import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.LIMIT_EXCEEDED;
import static io.carat.core.decision.RejectionCode.MAINTENANCE;
import static io.carat.core.testing.LedgerScenario.BRAND;
import static io.carat.core.testing.LedgerScenario.CURRENCY;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.catalogue.BrandLimits;
import io.carat.core.catalogue.CatalogueCommand.SetBrand;
import io.carat.core.catalogue.CatalogueEntry;
import io.carat.core.catalogue.CatalogueEvent.BrandSuspended;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.control.BrandControlCommand.ReadBrand;
import io.carat.core.control.BrandControlCommand.ResumeBrand;
import io.carat.core.control.BrandControlCommand.SetBrandLimits;
import io.carat.core.control.BrandControlCommand.SuspendBrand;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Suspension and limits of a brand (ADR 0017). */
class BrandControlTest {

    private static final AuditNote NOTE = new AuditNote("ann", "asked for");

    private final LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));

    BrandControlTest() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 5_000));
    }

    @Test
    void aSuspendedBrandTakesResultsAndWithdrawalsButNoNewBetsAndDeposits() {
        play.accepts(() -> play.bet("b1", 1_000));
        AuthorizeBet waiting = play.authorize(play.fresh(), "b2", "sports-1", 1_000, null);
        play.accepts(() -> play.send(new SuspendBrand(BRAND, NOTE)));

        play.refuses(MAINTENANCE, () -> play.send(waiting));
        play.refuses(MAINTENANCE, () -> play.deposit("SPORTS_NORMAL", 100, "p"));
        assertThat(told(play.bet("b1", 1_000))).as("stored answers replay").isEqualTo("REPLAYED");
        play.accepts(() -> play.settle("b1", "t1", 3_000));
        play.accepts(() -> play.send(play.withdrawal(100)));
        play.accepts(() -> play.send(new ResumeBrand(BRAND, NOTE)));
        play.accepts(() -> play.send(waiting));
    }

    @Test
    void limitsBoundEveryPlayerInTheirCurrency() {
        play.accepts(() -> limits(new BrandLimits(CURRENCY, 1_000L, 2_000L)));
        play.refuses(LIMIT_EXCEEDED, () -> play.bet("b1", 1_001));
        play.refuses(LIMIT_EXCEEDED, () -> play.deposit("SPORTS_NORMAL", 2_001, "p1"));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 2_000, "p1"));
        play.accepts(() -> limits(new BrandLimits("EUR", 1L, 1L)));
        assertThat(told(limits(new BrandLimits("JPY", 1L, 1L)))).isEqualTo("CURRENCY_MISMATCH");
        play.accepts(() -> play.bet("b2", 1_000));
        play.accepts(() -> limits(new BrandLimits(CURRENCY, null, null)));
        play.accepts(() -> play.bet("b3", 1_001));
    }

    @Test
    void repeatsChangeNothing() {
        changes(0, new ResumeBrand(BRAND, NOTE));
        changes(1, new SuspendBrand(BRAND, NOTE));
        changes(0, new SuspendBrand(BRAND, NOTE));
        changes(1, new ResumeBrand(BRAND, NOTE));
        changes(0, new SetBrandLimits(BRAND, new BrandLimits(CURRENCY, null, null), NOTE));
        changes(1, new SetBrandLimits(BRAND, new BrandLimits(CURRENCY, 5L, null), NOTE));
        changes(0, new SetBrandLimits(BRAND, new BrandLimits(CURRENCY, 5L, null), NOTE));
        changes(0, new ReadBrand(BRAND));
    }

    @Test
    void aBrandThatIsDefinedAgainKeepsItsControls() {
        play.accepts(() -> play.send(new SuspendBrand(BRAND, NOTE)));
        play.accepts(() -> limits(new BrandLimits(CURRENCY, 5L, 6L)));
        changes(0, new DefineBrand(BRAND, List.of(CURRENCY), "Europe/Malta"));
        changes(1, new SetBrand(BRAND, List.of(CURRENCY, "EUR", "USD"), "Europe/Malta", NOTE));
        assertThat(((Outcome.Done) play.send(new ReadBrand(BRAND))).answer())
                .isEqualTo(new BrandStanding(
                        BRAND,
                        List.of(CURRENCY, "EUR", "USD"),
                        "Europe/Malta",
                        true,
                        List.of(new BrandStanding.LimitsOfBrand(CURRENCY, 5L, 6L))));
    }

    @Test
    void refusesWhatIsNoBrandAndNoZone() {
        play.refuses(BRAND_NOT_FOUND, () -> play.send(new SuspendBrand("nowhere", NOTE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new DefineBrand("b", List.of("EUR"), "Mars/Olympus"));
        assertThatIllegalStateException()
                .isThrownBy(() -> CatalogueEntry.evolve(null, new BrandSuspended("brand:b", "b", NOTE)));
    }

    private Outcome limits(BrandLimits limits) {
        return play.send(new SetBrandLimits(BRAND, limits, NOTE));
    }

    private void changes(int events, Object command) {
        int before = play.size();
        play.accepts(() -> play.send(command));
        assertThat(play.size() - before).isEqualTo(events);
    }
}
