package io.carat.core.coupon;

import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.CAMPAIGN_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.COUPON_EXPIRED;
import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.PROVIDER_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.TOPOLOGY_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.catalogue.CatalogueCommand.SetBrand;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Scope;
import io.carat.core.testing.LedgerScenario;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign is defined once per brand and code, with terms that can be granted and paid. */
class CampaignTest {

    private final LedgerScenario play = LedgerScenario.split();

    /** A campaign's members that a test varies; the rest is as in the scenario. */
    private record Wanted(
            String brandId,
            String currency,
            long budget,
            long face,
            List<String> products,
            List<String> providers,
            @Nullable Integer multiplier,
            Expiry expiry,
            @Nullable Long minStake,
            @Nullable Long maxStake,
            @Nullable Integer minOdds) {

        static final Wanted GOOD = new Wanted(
                "acme",
                "KRW",
                1_000,
                1_000,
                List.of("SLOTS"),
                List.of("generic"),
                null,
                at("2026-01-31T12:00:00.000001Z"),
                1L,
                1L,
                1_000);

        DefineCampaign command(LedgerScenario play) {
            return new DefineCampaign(
                    play.fresh(),
                    brandId,
                    "C",
                    currency,
                    budget,
                    face,
                    products,
                    providers,
                    false,
                    CouponTarget.NORMAL,
                    multiplier,
                    expiry,
                    true,
                    minStake,
                    maxStake,
                    minOdds);
        }

        Wanted amounts(long newBudget, long newFace) {
            return new Wanted(
                    brandId,
                    currency,
                    newBudget,
                    newFace,
                    products,
                    providers,
                    multiplier,
                    expiry,
                    minStake,
                    maxStake,
                    minOdds);
        }

        Wanted scope(List<String> newProducts, List<String> newProviders) {
            return new Wanted(
                    brandId,
                    currency,
                    budget,
                    face,
                    newProducts,
                    newProviders,
                    multiplier,
                    expiry,
                    minStake,
                    maxStake,
                    minOdds);
        }

        Wanted of(String newBrand, String newCurrency, Expiry newExpiry) {
            return new Wanted(
                    newBrand,
                    newCurrency,
                    budget,
                    face,
                    products,
                    providers,
                    multiplier,
                    newExpiry,
                    minStake,
                    maxStake,
                    minOdds);
        }

        Wanted bounds(@Nullable Integer newMultiplier, @Nullable Long min, @Nullable Long max, @Nullable Integer odds) {
            return new Wanted(
                    brandId, currency, budget, face, products, providers, newMultiplier, expiry, min, max, odds);
        }
    }

    private static Expiry at(String time) {
        return new Expiry(Instant.parse(time), null);
    }

    private Outcome define(UnaryOperator<Wanted> change) {
        return play.send(change.apply(Wanted.GOOD).command(play));
    }

    @Test
    void definesACampaignThatCanBeRead() {
        Outcome.Done done = (Outcome.Done) define(good -> good);
        CampaignAnswer answer = (CampaignAnswer) done.answer();
        assertThat(answer.campaignId()).isEqualTo(CampaignTerms.campaignId("acme", "C"));
        assertThat(answer.expiresAt()).isEqualTo("2026-01-31T12:00:00.000001Z");
        assertThat(answer.minOdds()).isEqualByComparingTo("1");
        Outcome.Done read = (Outcome.Done) play.send(new ReadCampaign(Scope.EVERYTHING, answer.campaignId()));
        assertThat(read.answer())
                .usingRecursiveComparison()
                .ignoringFields("granted")
                .isEqualTo(answer);
        assertThat(((CampaignAnswer) read.answer()).granted()).isZero();
    }

    @Test
    void replaysTheSameCampaignUnderANewKeyAndRefusesOtherTerms() {
        play.accepts(() -> define(good -> good));
        assertThat(LedgerScenario.told(define(good -> good))).isEqualTo("REPLAYED");
        play.refuses(IDEMPOTENCY_MISMATCH, () -> define(good -> good.amounts(1_001, 1_000)));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> define(good -> good.bounds(1, 1L, 1L, 1_000)));
    }

    @Test
    void replaysACampaignThatHasExpiredMeanwhile() {
        DefineCampaign first = Wanted.GOOD.command(play);
        play.accepts(() -> play.send(first));
        play.ledger().passTime(Duration.ofDays(1));
        assertThat(LedgerScenario.told(define(good -> good))).isEqualTo("REPLAYED");
        assertThat(LedgerScenario.told(play.send(first))).isEqualTo("REPLAYED");
    }

    @Test
    void refusesAmountsThatCannotBe() {
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.amounts(0, 0)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.amounts(-1, -1)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.amounts(1_000_000_000_000_001L, 1)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.amounts(1_000, 0)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.amounts(1_000, 1_001)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.bounds(null, 0L, null, null)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.bounds(null, null, 0L, null)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.bounds(null, 2L, 1L, null)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.bounds(-1, null, null, null)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.bounds(10_000_001, null, null, null)));
        play.refuses(AMOUNT_INVALID, () -> define(good -> good.bounds(null, null, null, 999)));
    }

    @Test
    void refusesWhatIsNotKnown() {
        play.refuses(BRAND_NOT_FOUND, () -> define(good -> good.of("other", "KRW", good.expiry())));
        play.refuses(CURRENCY_MISMATCH, () -> define(good -> good.of("acme", "USD", good.expiry())));
        play.refuses(TOPOLOGY_MISMATCH, () -> define(good -> good.scope(List.of("SLOTS", "POKER"), List.of())));
        play.refuses(PROVIDER_NOT_FOUND, () -> define(good -> good.scope(List.of("SLOTS"), List.of("generic", "x"))));
        play.accepts(() -> define(good -> good.scope(List.of("SLOTS"), List.of())));
    }

    @Test
    void refusesACampaignThatWouldBeExpiredAtOnce() {
        play.refuses(COUPON_EXPIRED, () -> define(good -> good.of("acme", "KRW", at("2026-01-31T12:00:00Z"))));
        Expiry yesterday = new Expiry(null, LocalDate.parse("2026-01-30"));
        play.refuses(COUPON_EXPIRED, () -> define(good -> good.of("acme", "KRW", yesterday)));
    }

    @Test
    void readsADateAsTheEndOfThatDayInTheBrandsZone() {
        play.accepts(() -> play.send(
                new SetBrand("acme", List.of("KRW", "EUR"), "Asia/Seoul", new AuditNote("ann", "moved to Seoul"))));
        Expiry today = new Expiry(null, LocalDate.parse("2026-01-31"));
        Outcome.Done done = (Outcome.Done) define(good -> good.of("acme", "KRW", today));
        assertThat(((CampaignAnswer) done.answer()).expiresAt()).isEqualTo("2026-01-31T15:00:00Z");
    }

    @Test
    void findsNoCampaignOfAnotherBrandAndNoneThatIsNotThere() {
        play.accepts(() -> define(good -> good));
        String id = CampaignTerms.campaignId("acme", "C");
        play.refuses(CAMPAIGN_NOT_FOUND, () -> play.send(new ReadCampaign(new Scope("other", Set.of()), id)));
        play.refuses(
                CAMPAIGN_NOT_FOUND,
                () -> play.send(new ReadCampaign(Scope.EVERYTHING, CampaignTerms.campaignId("acme", "D"))));
        play.refuses(CAMPAIGN_NOT_FOUND, () -> play.send(new ReadCampaign(Scope.EVERYTHING, "C")));
    }

    @Test
    void keepsTheSameCodeOfTwoBrandsApart() {
        play.send(new DefineBrand("other", List.of("KRW"), "UTC"));
        play.accepts(() -> define(good -> good));
        play.accepts(() -> define(good -> good.of("other", "KRW", good.expiry())));
    }

    @Test
    void writesOddsInPlainDigits() {
        Outcome.Done done = (Outcome.Done) define(good -> good.bounds(null, null, null, 10_000));
        assertThat(((CampaignAnswer) done.answer()).minOdds()).hasToString("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2026-13-01", "2026-02-30", "2026-1-1", "+12026-01-01T00:00:00Z", "2026-01-01T00:00"
            })
    void readsNoExpiryOutOfOtherTexts(String text) {
        assertThat(Expiry.parse(text)).isEmpty();
    }

    @Test
    void readsTimesAndDates() {
        assertThat(Expiry.parse("2026-12-31T09:00:00.123456789+09:00"))
                .contains(new Expiry(Instant.parse("2026-12-31T00:00:00.123456Z"), null));
        assertThat(Expiry.parse("2026-12-31").orElseThrow().in(ZoneId.of("UTC")))
                .isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void isAnInstantOrADate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Expiry(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Expiry(Instant.EPOCH, LocalDate.EPOCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wanted.GOOD.scope(List.of(), List.of()).command(play));
    }

    @Test
    void isDefinedOnce() {
        play.accepts(() -> define(good -> good));
        CampaignState state =
                Objects.requireNonNull(play.ledger().state(Campaign.class, CampaignTerms.campaignId("acme", "C")));
        assertThatIllegalStateException().isThrownBy(() -> CampaignState.evolve(state, state.defined()));
    }
}
