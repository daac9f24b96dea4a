package io.carat.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.bet.BetEvent.BetCorrected;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.bet.LegAmount;
import io.carat.core.bucket.ActivateRequirement;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.decision.Answer;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Sent;
import io.carat.core.model.reference.Told;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.testing.InMemoryLedger;
import io.carat.core.testing.LedgerScenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends each request to the ledger and to the model, and holds the one against the other. */
final class Check {

    private final InMemoryLedger ledger;
    private final Reference reference;
    private final Books books = new Books();
    private final WalletCheck wallets;
    private final Map<Integer, Answer> answers = new HashMap<>();
    private final Set<List<String>> keys = new HashSet<>();
    private final List<LedgerEvent> seen = new ArrayList<>();
    private int requests;
    private Told told = new Told("nothing yet", false, -1, "");

    Check(Rules rules, Reference reference, List<Policy> policies) {
        this.ledger = LedgerUnderTest.of(rules);
        this.reference = reference;
        String topology = rules.route("SPORTS").normal().startsWith("COMMON") ? "RUBY_UNIFIED_V1" : "RUBY_SPLIT_V1";
        this.wallets = new WalletCheck(ledger, reference, books, topology);
        policies.forEach(this::edit);
    }

    /** What the model expected of the last request. */
    Told told() {
        return told;
    }

    /** The events of the last request. */
    List<LedgerEvent> events() {
        return seen;
    }

    /** The wallets, to be checked once more or shown to people. */
    WalletCheck wallets() {
        return wallets;
    }

    void edit(Policy policy) {
        seen.clear();
        ledger.send(LedgerUnderTest.define(policy));
        reference.put(policy);
    }

    void ask(Sent sent) {
        told = reference.next(sent);
        int before = ledger.size();
        Outcome outcome = ledger.send(Requests.command(sent));
        seen.clear();
        seen.addAll(ledger.since(before));
        assertThat(LedgerScenario.told(outcome)).as("what is told").isEqualTo(told.line());
        checkEvents(sent);
        checkAnswer(outcome);
        books.follow(seen);
        wallets.after(seen);
        confirm();
        requests++;
    }

    /** A duplicate and a refusal move nothing; under a key that was used, nothing is even noted. */
    private void checkEvents(Sent sent) {
        if (told.replayed() || !told.isDone()) {
            assertThat(seen).as("events").allMatch(ClaimEvent.class::isInstance);
        }
        if (keys.contains(List.of(sent.step().brand(), sent.key()))) {
            assertThat(seen).as("events under a used key").isEmpty();
        }
        if (!seen.isEmpty()) {
            keys.add(List.of(sent.step().brand(), sent.key()));
        }
    }

    private void checkAnswer(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            if (told.replayed()) {
                assertThat(done.answer())
                        .as("the answer of step %s", told.step())
                        .isEqualTo(answers.get(told.step()));
            } else {
                answers.put(requests, done.answer());
                assertThat(parts()).as("legs or shares").isEqualTo(told.parts());
            }
        }
    }

    /** What each leg gave or got, as the model writes it. */
    private String parts() {
        for (LedgerEvent event : seen) {
            if (event instanceof BetAuthorized it) {
                return it.legs().stream()
                        .map(leg -> leg.source() + "=" + leg.stakeMinor())
                        .collect(Collectors.joining(", ", "{", "}"));
            }
            if (event instanceof BetSettled it) {
                return parts(it.payouts()) + "/" + parts(it.refunds());
            }
            if (event instanceof BetCashedOut it) {
                return parts(it.payouts()) + "/" + parts(it.closedStakes());
            }
            if (event instanceof BetCorrected it) {
                return parts(it.payouts());
            }
            if (event instanceof BetHalfVoided it) {
                return parts(it.refunds());
            }
            if (event instanceof BetRolledBack it) {
                return parts(it.refunds());
            }
            if (event instanceof BetVoided it) {
                return parts(it.refunds());
            }
        }
        return "";
    }

    private static String parts(List<LegAmount> amounts) {
        return amounts.stream()
                .filter(amount -> amount.amountMinor() != 0)
                .map(amount -> " " + amount.leg() + ":" + amount.amountMinor())
                .collect(Collectors.joining());
    }

    /** Every other requirement is confirmed at once, which must not matter; the others stay PENDING. */
    private void confirm() {
        int before = ledger.size();
        for (LedgerEvent event : List.copyOf(seen)) {
            RequirementTerms terms = switch (event) {
                case BucketCredited it -> it.requirement();
                case RequirementImposed it -> it.requirement();
                default -> null;
            };
            if (terms != null && terms.sequence() % 2 == 0) {
                ledger.send(new ActivateRequirement(event.streamId(), terms.requirementId()));
            }
        }
        books.follow(ledger.since(before));
    }
}
