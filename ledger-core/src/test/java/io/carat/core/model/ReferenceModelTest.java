package io.carat.core.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.carat.core.bucket.PostingReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The ledger agrees with the rule book, step by step: random histories of three players of two brands, two providers who use
 * the same betIds and transaction ids, two currencies and both topologies, under random policies that are edited on the way.
 * After each step what is told, all balances, holds, rolling and debts must be those of a model that was written from the
 * rule book alone and shares no code with the ledger. All of it is exact: rolling, bonuses, conversion and sweep too.
 *
 * <p>A failure prints its seed, and the shortest history that still fails. {@code -Dcarat.model.seed=N} plays that one again;
 * {@code -Dcarat.model.histories=N} plays so many, {@code -Dcarat.model.first=N} from that seed on.
 */
class ReferenceModelTest {

    private static final int STEPS = 200;
    private static final int HISTORIES = Integer.getInteger("carat.model.histories", 200);
    private static final long FIRST = Long.getLong("carat.model.first", 1);
    /** So many histories show everything that a request can be told and every kind of movement. */
    private static final int ALL_IS_SEEN = 200;

    /** So many failures are enough to stop; the lowest seed is printed. */
    private static final int ENOUGH = 3;

    private static final List<String> TOLD = List.of(
            "DONE",
            "REPLAYED",
            "INSUFFICIENT_FUNDS",
            "INSUFFICIENT_FUNDS REPLAYED",
            "IDEMPOTENCY_MISMATCH",
            "BET_NOT_FOUND",
            "SETTLEMENT_NOT_FOUND",
            "OPEN_RECEIVABLE",
            "BET_ALREADY_SETTLED",
            "ALREADY_ROLLED_BACK",
            "CURRENCY_MISMATCH",
            "TOPOLOGY_MISMATCH",
            "LIMIT_EXCEEDED",
            "AMOUNT_INVALID",
            "INVALID_GAME",
            "PROVIDER_NOT_FOUND",
            "WITHDRAWAL_NOT_FOUND",
            "WITHDRAWAL_STATE_CONFLICT");

    @Test
    void agreesWithTheRuleBookAfterEachStep() {
        Long only = Long.getLong("carat.model.seed");
        Map<String, Integer> seen = new ConcurrentSkipListMap<>();
        ConcurrentSkipListMap<Long, String> parted = new ConcurrentSkipListMap<>();
        LongStream seeds = only == null ? LongStream.range(FIRST, FIRST + HISTORIES) : LongStream.of(only);
        seeds.parallel().filter(seed -> parted.size() < ENOUGH).forEach(seed -> {
            History history = new History(seed);
            history.play(STEPS).ifPresent(parting -> parted.put(seed, history.shortest()));
            history.seen().forEach((what, times) -> seen.merge(what, times, Integer::sum));
        });
        parted.forEach((seed, shortest) -> fail(
                "Play it again with -Dcarat.model.seed=%s. The shortest history in which the ledger and the model"
                        + " part:%n%s",
                seed, shortest));
        if (only == null && HISTORIES >= ALL_IS_SEEN) {
            assertThat(seen.keySet()).as("what came about").containsAll(TOLD);
            assertThat(seen.keySet())
                    .containsAll(Arrays.stream(PostingReason.values())
                            .filter(reason ->
                                    reason != PostingReason.BONUS_FORFEIT) // no end of a bonus is in the model
                            .map(PostingReason::name)
                            // the model knows no points, no transfers and no grants of coupons yet
                            .filter(reason -> !reason.startsWith("POINTS_")
                                    && !reason.startsWith("COUPON_")
                                    && !reason.equals("TRANSFER"))
                            .toList());
        }
    }

    @Test
    void theModelSharesNoCodeWithTheLedger() {
        classes()
                .that()
                .resideInAPackage("io.carat.core.model.reference")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.carat.core.model.reference")
                .check(new ClassFileImporter().importPackages("io.carat.core.model.reference"));
    }
}
