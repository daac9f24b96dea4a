package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: neither knows of the other's locks and caches. */
class ConflictTest {

    private TestDatabase database;
    private EventStoreTestBed here;
    private EventStoreTestBed there;

    @BeforeEach
    void open() {
        database = EventStoreTestBed.database();
        here = new EventStoreTestBed(database.dataSource());
        there = new EventStoreTestBed(database.dataSource());
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void retriesOnAFreshStateWhenAnotherNodeWroteTheSameStream() {
        AtomicInteger attempts = new AtomicInteger();
        CommandResultMessage<String> answer = here.ask(() -> {
            here.credit("account-1", 5);
            if (attempts.incrementAndGet() == 1) {
                there.ask(() -> credited(there, "account-1", 100));
            }
            return "done";
        });

        assertThat(answer.isExceptional()).isFalse();
        assertThat(attempts).hasValue(2);
        assertThat(here.balanceOf("account-1")).isEqualTo(105);
    }

    @Test
    void conflictsOnAStreamThatWasOnlyRead() {
        AtomicInteger attempts = new AtomicInteger();
        here.ask(() -> {
            long seen = here.account("account-1").invoke(Account::balanceMinor);
            here.credit("account-2", seen + 1);
            if (attempts.incrementAndGet() == 1) {
                there.ask(() -> credited(there, "account-1", 100));
            }
            return "done";
        });

        assertThat(attempts).hasValue(2);
        assertThat(here.balanceOf("account-2")).isEqualTo(101);
    }

    @Test
    void readsConfigurationAfreshAfterAnotherNodeChangedIt() {
        here.ask(() -> limited(here, 10));
        assertThat(here.ask(() -> here.rules.reference("rule-1").orElseThrow().limitMinor())
                        .getPayload())
                .isEqualTo(10);
        there.ask(() -> limited(there, 20));

        AtomicInteger attempts = new AtomicInteger();
        here.ask(() -> {
            attempts.incrementAndGet();
            here.credit(
                    "account-1", here.rules.reference("rule-1").orElseThrow().limitMinor());
            return "done";
        });

        assertThat(attempts).hasValue(2);
        assertThat(here.balanceOf("account-1")).isEqualTo(20);
    }

    @Test
    void readsConfigurationAfreshAfterThisNodeChangedIt() {
        here.ask(() -> limited(here, 10));
        here.ask(() -> here.rules.reference("rule-1").orElseThrow().limitMinor());
        here.ask(() -> limited(here, 30));

        assertThat(here.ask(() -> here.rules.reference("rule-1").orElseThrow().limitMinor())
                        .getPayload())
                .isEqualTo(30);
        assertThat(here.rules.reference("rule-2")).isEmpty();
    }

    @Test
    void conflictsWhenConfigurationThatWasMissingAppears() {
        AtomicInteger attempts = new AtomicInteger();
        here.ask(() -> {
            long limit = here.rules.reference("rule-1").map(Rule::limitMinor).orElse(1L);
            here.credit("account-1", limit);
            if (attempts.incrementAndGet() == 1) {
                there.ask(() -> limited(there, 50));
            }
            return "done";
        });

        assertThat(here.balanceOf("account-1")).isEqualTo(50);
    }

    @Test
    void appendsOnlyWhereTheLogWasSeenToEnd() {
        there.ask(() -> credited(there, "account-1", 100));
        long seen = here.engine.headPosition();
        CommandResultMessage<String> fits = here.ask(() -> creditedOnlyAfter(seen));
        assertThat(fits.optionalExceptionResult()).isEmpty();

        long counted = here.engine.headPosition();
        there.ask(() -> credited(there, "account-3", 100));
        CommandResultMessage<String> late = here.ask(() -> creditedOnlyAfter(counted));
        assertThat(late.exceptionResult()).isInstanceOf(ConcurrencyException.class);
        assertThat(here.balanceOf("account-2")).isEqualTo(1);
        long now = here.engine.headPosition();
        assertThat(here.ask(() -> creditedOnlyAfter(now)).optionalExceptionResult())
                .isEmpty();
    }

    private String creditedOnlyAfter(long position) {
        here.credit("account-2", 1);
        here.engine.staged(CurrentUnitOfWork.get()).onlyAfter(position);
        return "done";
    }

    @Test
    void oneOfTwoCreationsWinsAndTheOtherSeesIt() throws Exception {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        List<CompletableFuture<CommandResultMessage<String>>> answers = new ArrayList<>();
        for (EventStoreTestBed node : List.of(here, there)) {
            AtomicInteger attempts = new AtomicInteger();
            answers.add(node.send(() -> {
                boolean isNew = node.account("account-1").version() == null;
                if (attempts.incrementAndGet() == 1) {
                    meet(bothHaveLooked);
                }
                if (!isNew) {
                    return "existed";
                }
                node.credit("account-1", 1);
                return "created";
            }));
        }

        assertThat(answers)
                .extracting(answer -> EventStoreTestBed.await(answer).getPayload())
                .containsExactlyInAnyOrder("created", "existed");
        assertThat(here.balanceOf("account-1")).isEqualTo(1);
    }

    @Test
    void givesUpAfterBoundedAttemptsAndStoresNothing() {
        AtomicInteger attempts = new AtomicInteger();
        CommandResultMessage<String> answer = here.ask(() -> {
            attempts.incrementAndGet();
            here.credit("account-1", 5);
            there.ask(() -> credited(there, "account-1", 100));
            return "done";
        });

        assertThat(answer.exceptionResult()).isInstanceOf(ConcurrencyException.class);
        assertThat(attempts).hasValue(ConflictRetry.MAX_ATTEMPTS);
        assertThat(here.balanceOf("account-1")).isEqualTo(100L * ConflictRetry.MAX_ATTEMPTS);
    }

    @Test
    void aRefusalOnAStaleStateIsDecidedAnew() {
        here.ask(() -> credited(here, "account-1", 1));
        there.ask(() -> credited(there, "account-1", 100));

        AtomicInteger attempts = new AtomicInteger();
        CommandResultMessage<String> answer = here.ask(() -> {
            attempts.incrementAndGet();
            return here.account("account-1").invoke(Account::balanceMinor) < 50L ? "refused" : "enough";
        });

        assertThat(answer.getPayload()).isEqualTo("enough");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aFailureOnAStaleStateIsTriedAnew() {
        here.ask(() -> credited(here, "account-1", 1));
        there.ask(() -> credited(there, "account-1", 100));

        AtomicInteger attempts = new AtomicInteger();
        CommandResultMessage<String> answer = here.ask(() -> {
            attempts.incrementAndGet();
            if (here.account("account-1").<Long>invoke(Account::balanceMinor) < 50) {
                throw new IllegalStateException("facts that do not fit together");
            }
            return "enough";
        });

        assertThat(answer.getPayload()).isEqualTo("enough");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aFailureOnACurrentStateIsNotTriedAgain() {
        here.ask(() -> credited(here, "account-1", 1));

        AtomicInteger attempts = new AtomicInteger();
        CommandResultMessage<String> answer = here.ask(() -> {
            attempts.incrementAndGet();
            here.account("account-1");
            throw new IllegalStateException("a bug");
        });

        assertThat(answer.exceptionResult()).hasMessage("a bug");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatWasTakenForNewIsReadWhenItExists() {
        there.ask(() -> credited(there, "account-1", 100));

        AtomicInteger attempts = new AtomicInteger();
        here.ask(() -> {
            attempts.incrementAndGet();
            return here.accounts.createOrLoad("account-1").invoke(Account::balanceMinor);
        });

        assertThat(attempts).hasValue(2);
        assertThat(here.balanceOf("account-1")).isEqualTo(100);
    }

    @Test
    void whatWasTakenForNewIsReadAlsoWhenTheCacheHasNoRoomToRememberIt() {
        there.ask(() -> credited(there, "account-1", 100));

        AtomicInteger attempts = new AtomicInteger();
        long balance = here.<Long>ask(() -> {
                    attempts.incrementAndGet();
                    here.engine.states().evictAll();
                    return here.accounts.createOrLoad("account-1").invoke(Account::balanceMinor);
                })
                .getPayload();

        assertThat(attempts).hasValue(2);
        assertThat(balance).isEqualTo(100);
    }

    @Test
    void aRetryDecidesOnWhatIsStoredOnly() {
        there.ask(() -> credited(there, "account-1", 100));
        List<CompletableFuture<CommandResultMessage<String>>> answers = new ArrayList<>();
        AtomicInteger attempts = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            // each first try takes the account for new and leaves a state of it that is never stored
            answers.add(here.send(() -> {
                attempts.incrementAndGet();
                here.accounts.createOrLoad("account-1").execute(account -> account.credit("account-1", 1));
                return "done";
            }));
        }

        assertThat(answers).allMatch(answer -> !EventStoreTestBed.await(answer).isExceptional());
        assertThat(here.balanceOf("account-1")).isEqualTo(300);
        assertThat(attempts).as("tries of 200 commands").hasValueLessThanOrEqualTo(400);
    }

    private static String credited(EventStoreTestBed node, String accountId, long amountMinor) {
        node.credit(accountId, amountMinor);
        return "done";
    }

    private static String limited(EventStoreTestBed node, long limitMinor) {
        node.setLimit("rule-1", limitMinor);
        return "done";
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
