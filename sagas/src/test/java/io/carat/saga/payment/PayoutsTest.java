package io.carat.saga.payment;

import static io.carat.saga.payment.PayoutTable.NOW;
import static io.carat.saga.payment.PayoutTable.instruction;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayoutsTest {

    private static final PayoutTable TABLE = new PayoutTable();
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Payouts payouts = TABLE.payouts;

    @BeforeEach
    void clear() {
        TABLE.clear();
    }

    @AfterAll
    static void close() {
        TABLE.close();
    }

    @Test
    void storesThatItMayHaveLeftBeforeItIsSent() {
        TABLE.open("w");
        assertThat(payouts.take("psp", NOW, LEASE)).contains(new Payout(instruction("w"), "psp", PayoutStage.DUE, 1));
        assertThat(TABLE.row("w")).isEqualTo("ASKED 1 - in 30");
        assertThat(payouts.take("psp", NOW.plusSeconds(29), LEASE)).isEmpty();
        assertThat(payouts.take("psp", NOW.plusSeconds(30), LEASE))
                .contains(new Payout(instruction("w"), "psp", PayoutStage.ASKED, 2));
    }

    @Test
    void opensOnce() {
        TABLE.open("w");
        payouts.take("psp", NOW, LEASE);
        TABLE.open("w");
        assertThat(TABLE.row("w")).isEqualTo("ASKED 1 - in 30");
    }

    @Test
    void leavesTheOnesOfAnotherProvider() {
        TABLE.open("w");
        assertThat(payouts.take("other", NOW, LEASE)).isEmpty();
    }

    @Test
    void givesEachToOneOfManyWorkers() throws Exception {
        for (int i = 0; i < 40; i++) {
            TABLE.open("w" + i);
        }
        List<Future<Optional<Payout>>> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 60; i++) {
                taken.add(threads.submit(() -> payouts.take("psp", NOW, LEASE)));
            }
        }
        List<String> ids = new ArrayList<>();
        for (Future<Optional<Payout>> one : taken) {
            one.get().ifPresent(payout -> ids.add(payout.withdrawalId()));
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(40);
        while (payouts.take("psp", NOW, LEASE).isPresent()) {
            ids.add("left");
        }
        assertThat(ids).hasSize(40);
    }

    @Test
    void anAttemptThatIsOverPutsNothingOff() {
        TABLE.open("w");
        Payout first = payouts.take("psp", NOW, LEASE).orElseThrow();
        payouts.take("psp", NOW.plusSeconds(30), LEASE);
        payouts.putOff(first, PayoutStage.DUE, NOW, "late");
        assertThat(TABLE.row("w")).isEqualTo("ASKED 2 - in 60");
        payouts.end("w", PayoutStage.PAID, "paid", NOW);
        payouts.putOff(new Payout(instruction("w"), "psp", PayoutStage.ASKED, 2), PayoutStage.DUE, NOW, "late");
        assertThat(TABLE.row("w")).isEqualTo("PAID 2 paid ended");
    }

    @Test
    void keepsItsEndUnlessPeopleMustLook() {
        TABLE.open("w");
        payouts.end("w", PayoutStage.PAID, "paid", NOW);
        payouts.end("w", PayoutStage.FAILED, "failed", NOW);
        assertThat(TABLE.row("w")).isEqualTo("PAID 0 paid ended");
        payouts.end("w", PayoutStage.CONTRADICTED, "declined", NOW);
        payouts.end("w", PayoutStage.PAID, "paid", NOW);
        assertThat(TABLE.row("w")).isEqualTo("CONTRADICTED 0 declined ended");
    }

    @Test
    void countsWhatIsOpen() {
        assertThat(payouts.oldestOpen()).isEmpty();
        TABLE.open("w1");
        TABLE.open("w2");
        payouts.take("psp", NOW, LEASE);
        assertThat(payouts.count(PayoutStage.DUE)).isEqualTo(1);
        assertThat(payouts.count(PayoutStage.ASKED)).isEqualTo(1);
        assertThat(payouts.oldestOpen()).contains(NOW);
    }
}
