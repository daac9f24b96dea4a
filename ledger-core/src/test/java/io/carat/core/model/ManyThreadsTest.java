package io.carat.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.claim.ClaimEvent;
import io.carat.core.claim.ClaimEvent.RequestAnswered;
import io.carat.core.decision.Answer;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.model.reference.Caller;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Sent;
import io.carat.core.model.reference.Told;
import io.carat.core.model.reference.WalletView;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.PostgresLedger;
import io.carat.core.testing.TestDatabase;
import io.carat.core.wallet.ReadWallet;
import io.carat.core.wallet.WalletSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 64 threads ask anything of one player's wallet at once, on the real store: two nodes on one PostgreSQL, two providers,
 * duplicates sent by other threads at the same time. Afterwards the log is read: in its order, the requests that left a
 * trace must have been told what the model says, and have led to the wallet that the model comes to. So every answer agrees
 * with the ledger, every accepted request has exactly its events, a refusal none but its note, and no update is lost.
 */
class ManyThreadsTest {

    private static final int THREADS = 64;
    private static final int REQUESTS_EACH = 20;
    private static final int MAX_TRIES = 50;
    private static final List<String> WHO = RandomMoves.PLAYERS.getFirst();

    /** Refusals that leave no trace, since a retry decides them anew. */
    private static final Set<String> WITHOUT_TRACE = Set.of(
            "IDEMPOTENCY_MISMATCH",
            "BET_NOT_FOUND",
            "SETTLEMENT_NOT_FOUND",
            "WITHDRAWAL_NOT_FOUND",
            "PROVIDER_NOT_FOUND",
            "AMOUNT_INVALID");

    private record Answered(Sent sent, Outcome outcome) {}

    private TestDatabase database;
    private PostgresLedger here;
    private PostgresLedger there;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh().migrate();
        here = new PostgresLedger(database);
        there = new PostgresLedger(database);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4})
    void whateverComesAtOnceIsAsIfItHadComeInTheOrderOfTheLog(long seed) throws Exception {
        RandomRules random = new RandomRules(new Chance(seed));
        Rules rules = random.platform();
        List<Policy> policies = List.of(random.policy("SPORTS", 1), random.policy("CASINO", 1));
        LedgerUnderTest.platform(rules).forEach(here::send);
        policies.forEach(policy -> here.send(LedgerUnderTest.define(policy)));
        long before = here.size();
        List<Answered> answers = atOnce(requests(seed, rules, policies));
        List<List<LedgerEvent>> appends = appends(here.since(before));
        LedgerAudit audit = new LedgerAudit();
        appends.forEach(audit::follow);
        Reference reference = reference(rules, policies);
        checkAnswers(answers, replay(reference, appends, answers));
        checkWallets(reference);
    }

    /** Requests that make sense one after the other, and so mostly when their order is not quite kept. */
    private static List<Sent> requests(long seed, Rules rules, List<Policy> policies) {
        Reference reference = reference(rules, policies);
        RandomMoves moves = new RandomMoves(new Chance(~seed), List.of(WHO), rules, reference);
        List<Sent> requests = new ArrayList<>();
        for (int i = 0; i < THREADS * REQUESTS_EACH; i++) {
            Sent request = moves.request();
            reference.next(request);
            requests.add(request);
        }
        return requests;
    }

    private static Reference reference(Rules rules, List<Policy> policies) {
        Reference reference = new Reference(rules);
        policies.forEach(reference::put);
        return reference;
    }

    /** Each thread sends every 64th request, and every fourth time its neighbour's as well, to the other node. */
    private List<Answered> atOnce(List<Sent> requests) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<Answered>>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                running.add(threads.submit(() -> {
                    start.await();
                    List<Answered> answers = new ArrayList<>();
                    for (int i = first; i < requests.size(); i += THREADS) {
                        answers.add(ask(i % 2 == 0 ? here : there, requests.get(i)));
                        if (i % 4 == 0 && i > 0) {
                            answers.add(ask(there, requests.get(i - 1)));
                        }
                        checkNothingIsNegative(i % 2 == 0 ? there : here);
                    }
                    return answers;
                }));
            }
            start.countDown();
            List<Answered> answers = new ArrayList<>();
            for (Future<List<Answered>> thread : running) {
                answers.addAll(thread.get());
            }
            return answers;
        }
    }

    /** What was not handled because others were faster was not done: it is asked again under its key. */
    private static Answered ask(PostgresLedger node, Sent sent) {
        for (int tries = 1; ; tries++) {
            try {
                return new Answered(sent, node.send(Requests.command(sent)));
            } catch (CompletionException e) {
                if (tries == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void checkNothingIsNegative(PostgresLedger node) {
        if (node.send(new ReadWallet(WHO.get(0), WHO.get(1), "KRW")) instanceof Outcome.Done read) {
            assertThat(((WalletSnapshot) read.answer()).buckets())
                    .allMatch(bucket -> bucket.available() >= 0 && bucket.held() >= 0);
        }
    }

    /** The events of each request: its note of the answer comes last. */
    private static List<List<LedgerEvent>> appends(List<LedgerEvent> log) {
        List<List<LedgerEvent>> appends = new ArrayList<>();
        List<LedgerEvent> append = new ArrayList<>();
        for (LedgerEvent event : log) {
            append.add(event);
            if (event instanceof ClaimEvent claim && claim.claimId().contains(".request.")) {
                appends.add(List.copyOf(append));
                append.clear();
            }
        }
        assertThat(append).as("events that belong to no request").isEmpty();
        return appends;
    }

    /** What the model tells the requests that left a trace, in the order of the log; by key and payload. */
    private static Map<List<String>, Told> replay(
            Reference reference, List<List<LedgerEvent>> appends, List<Answered> answers) {
        Map<List<String>, Sent> sent = new HashMap<>();
        answers.forEach(answered -> sent.put(name(answered.sent), answered.sent));
        Map<List<String>, Told> told = new HashMap<>();
        for (List<LedgerEvent> append : appends) {
            ClaimEvent note = (ClaimEvent) append.getLast();
            List<String> name = List.of(note.claimId(), note.fingerprint());
            Sent asked = Objects.requireNonNull(sent.get(name), () -> "nobody asked for " + append);
            Told expected = reference.next(new Sent(asked.key(), Caller.ANYBODY, asked.step()));
            assertThat(note instanceof RequestAnswered)
                    .as("%s of %s", expected, asked)
                    .isEqualTo(expected.isDone());
            assertThat(told.put(name, expected)).as("one note per key").isNull();
            if (expected.replayed() || !expected.isDone()) {
                assertThat(append).as("nothing moves").allMatch(ClaimEvent.class::isInstance);
            }
        }
        return told;
    }

    private static List<String> name(Sent sent) {
        return List.of(
                DerivedId.of(sent.step().brand(), "request", sent.key()),
                sent.step().toString());
    }

    /** All answers to one request are the same; one without a trace is of a kind that leaves none. */
    private static void checkAnswers(List<Answered> answers, Map<List<String>, Told> told) {
        Map<List<String>, Answer> given = new HashMap<>();
        int fresh = 0;
        for (Answered answered : answers) {
            Told expected = told.get(name(answered.sent));
            String line = LedgerScenario.told(answered.outcome);
            if (answered.outcome instanceof Outcome.Done done) {
                assertThat(trace(expected, answered).isDone())
                        .as("%s to %s", expected, answered)
                        .isTrue();
                Answer before = given.putIfAbsent(name(answered.sent), done.answer());
                assertThat(before == null ? done.answer() : before).isEqualTo(done.answer());
                fresh += done.replayedFrom() == null ? 1 : 0;
            } else if (!WITHOUT_TRACE.contains(line)) {
                assertThat(line).startsWith(trace(expected, answered).code());
            }
        }
        assertThat(fresh)
                .as("requests that were done, once each")
                .isEqualTo(told.values().stream()
                        .filter(one -> one.line().equals("DONE"))
                        .count())
                .isGreaterThan(THREADS);
    }

    private static Told trace(@Nullable Told told, Answered answered) {
        return Objects.requireNonNull(told, () -> answered + " left no trace");
    }

    private void checkWallets(Reference reference) {
        for (String currency : List.of("KRW", "EUR")) {
            WalletView expected = reference.view(WHO.get(0), WHO.get(1), currency);
            if (expected.isOpened()) {
                Outcome.Done read = (Outcome.Done) here.send(new ReadWallet(WHO.get(0), WHO.get(1), currency));
                WalletSnapshot wallet = (WalletSnapshot) read.answer();
                Map<String, String> balances = wallet.buckets().stream()
                        .filter(bucket -> !bucket.type().equals("POINTS"))
                        .collect(Collectors.toMap(
                                bucket -> bucket.type(), bucket -> bucket.available() + "+" + bucket.held()));
                assertThat(balances).isEqualTo(expected.balances());
                assertThat(wallet.receivables().stream()
                                .map(debt -> debt.amount())
                                .toList())
                        .isEqualTo(expected.debts());
                assertThat(wallet.rolling().stream()
                                .map(open -> open.bucket() + " " + open.progress() + "/" + open.required())
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(expected.rolling());
                wallet.buckets().stream()
                        .filter(bucket -> !bucket.type().equals("POINTS"))
                        .forEach(bucket -> assertThat(bucket.held())
                                .isEqualTo(expected.holds().get(bucket.type())));
            }
        }
    }
}
