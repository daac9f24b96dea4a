package io.carat.core.model;

import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.Rules;
import io.carat.core.model.reference.Rules.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One random history, told by its seed. */
final class History {

    private final long seed;
    private final Rules rules;
    private final List<Policy> policies;
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();

    /** Where the ledger and the model part: after so many moves, and how. */
    record Parting(int moves, Throwable how) {}

    /** A history without steps: its platform and policies follow from the seed. */
    History(long seed) {
        this.seed = seed;
        RandomRules random = new RandomRules(new Chance(seed));
        this.rules = random.platform();
        this.policies = List.of(random.policy("SPORTS", 1), random.policy("CASINO", 1));
    }

    /** Goes so many steps; says where the ledger and the model part. */
    Optional<Parting> play(int steps) {
        Reference reference = new Reference(rules);
        RandomMoves random = new RandomMoves(new Chance(~seed), RandomMoves.PLAYERS, rules, reference);
        Run run = new Run(reference);
        for (int step = 0; step < steps; step++) {
            Move move = random.next();
            moves.add(move);
            Throwable parting = run.parting(move);
            if (parting != null) {
                return Optional.of(new Parting(moves.size(), parting));
            }
        }
        return Optional.ofNullable(run.partingAtTheEnd()).map(parting -> new Parting(moves.size(), parting));
    }

    /** What came about: what was told and what was posted, with how often. */
    Map<String, Integer> seen() {
        return seen;
    }

    /** The shortest history that can be found in which they still part, for people to read. */
    String shortest() {
        List<Move> left = new ArrayList<>(moves);
        for (int chunk = 32; chunk > 0; chunk /= 2) {
            for (int at = left.size() - chunk; at >= 0; at -= chunk) {
                List<Move> fewer = new ArrayList<>(left);
                fewer.subList(at, at + chunk).clear();
                Parting still = again(fewer, null);
                if (still != null) {
                    left = new ArrayList<>(fewer.subList(0, still.moves));
                    at = Math.min(at, left.size());
                }
            }
        }
        StringBuilder told = new StringBuilder();
        policies.forEach(policy -> told.append(policy).append('\n'));
        Parting parting = again(left, told);
        return told.append("-> ")
                .append(parting == null ? "" : parting.how.getMessage())
                .toString();
    }

    private @Nullable Parting again(List<Move> some, @Nullable StringBuilder told) {
        Run run = new Run(new Reference(rules));
        for (int i = 0; i < some.size(); i++) {
            Throwable parting = run.parting(some.get(i));
            if (told != null) {
                told.append(run.line(some.get(i)));
            }
            if (parting != null) {
                return new Parting(i + 1, parting);
            }
        }
        return null;
    }

    /** The ledger and the model, side by side. */
    private final class Run {
        private final Check check;
        private final Undone undone = new Undone();

        Run(Reference reference) {
            check = new Check(rules, reference, policies);
        }

        @Nullable
        Throwable parting(Move move) {
            try {
                switch (move) {
                    case Move.Edit edit -> check.edit(edit.policy());
                    case Move.Ask ask -> check.ask(ask.sent());
                }
                undone.follow(check.events());
                note();
                return null;
            } catch (RuntimeException | AssertionError e) {
                return e;
            }
        }

        @Nullable
        Throwable partingAtTheEnd() {
            try {
                check.wallets().allSnapshots();
                return null;
            } catch (RuntimeException | AssertionError e) {
                return e;
            }
        }

        private void note() {
            seen.merge(check.told().line(), 1, Integer::sum);
            for (LedgerEvent event : check.events()) {
                if (event instanceof Posted posted) {
                    seen.merge(posted.posting().reason().name(), 1, Integer::sum);
                }
            }
        }

        String line(Move move) {
            StringBuilder line = new StringBuilder(move.toString())
                    .append("\n    ")
                    .append(check.told().line());
            RandomMoves.PLAYERS.forEach(who -> {
                String wallet = check.wallets().line(who.get(0), who.get(1));
                line.append(wallet.isEmpty() ? "" : " | " + who.get(0) + " " + who.get(1) + wallet);
            });
            return line.append('\n').toString();
        }
    }
}
