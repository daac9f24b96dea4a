package io.carat.ops.simulation;

import io.carat.ops.client.BetAnswer;
import io.carat.ops.client.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What every player must have if each acknowledged command of some journals was done once and nothing else was. It counts
 * in what was asked and answered, not in what the server keeps. Amounts in minor units, available and held together.
 */
public final class JournalBooks {

    private final Map<String, Long> totals = new TreeMap<>();
    private final Map<String, OpenBet> bets = new HashMap<>();
    private final Map<String, String> withdrawers = new HashMap<>();
    private final Map<String, Long> withdrawals = new HashMap<>();
    private final Set<String> counted = new HashSet<>();

    /** A bet's player, and the stake that is not yet taken or given back. */
    private record OpenBet(String player, long stake) {}

    private JournalBooks() {}

    /** The books of these journals, in their order. */
    public static JournalBooks of(List<Path> journals) {
        JournalBooks books = new JournalBooks();
        journals.forEach(journal -> JournalLines.entries(journal).stream()
                .filter(JournalEntry::accepted)
                .forEach(books::enter));
        return books;
    }

    /** The total that each player must have, bonuses that the rules took back not yet subtracted. */
    public Map<String, Long> totals() {
        return Map.copyOf(totals);
    }

    private void enter(JournalEntry entry) {
        JsonNode body = Json.read(entry.body());
        String[] path = entry.path().substring(1).split("/", -1);
        String last = path[path.length - 1];
        switch (path[1] + "/" + last) {
            case "deposits/deposits" -> credit(body, "deposit " + text(body, "paymentRef"));
            case "bonuses/bonuses" -> credit(body, "bonus " + entry.key());
            case "bets/authorize" -> open(body, entry.answer());
            case "bets/settle", "bets/rollback", "bets/void" ->
                end(path[2], last, body, Json.as(entry.answer(), BetAnswer.class));
            case "withdrawals/withdrawals" -> hold(body, text(entry.answer(), "withdrawalId"));
            case "withdrawals/paid" -> pay(path[2]);
            case "withdrawals/approve",
                    "withdrawals/pay",
                    "withdrawals/fail",
                    "withdrawals/reject",
                    "withdrawals/cancel",
                    "rollbacks/rollbacks" -> {} // moves nothing between the player and others
            default -> throw new IllegalStateException("No book for POST " + entry.path());
        }
    }

    private void credit(JsonNode body, String effect) {
        if (counted.add(effect)) {
            change(text(body, "playerId"), body.path("amount").asLong());
        }
    }

    private void open(JsonNode body, JsonNode answer) {
        OpenBet bet = new OpenBet(text(body, "playerId"), body.path("stake").asLong());
        bets.putIfAbsent(text(answer, "authorizationId"), bet);
    }

    /** A stake that the house takes leaves the player's total; what is paid or given back joins or stays in it. */
    private void end(String authorizationId, String operation, JsonNode body, BetAnswer answer) {
        OpenBet bet = bets.get(authorizationId);
        if (bet == null) {
            throw new IllegalStateException("The journal does not open bet " + authorizationId);
        }
        if (counted.add(operation + " " + text(body, "transactionId"))) {
            long credited = BetAnswer.sum(answer.credited());
            long refunded = BetAnswer.sum(answer.refunded());
            boolean settled = answer.status().equals("SETTLED") && operation.equals("settle");
            long taken = settled ? bet.stake() - refunded : 0;
            change(bet.player(), credited - taken);
            bets.put(authorizationId, new OpenBet(bet.player(), bet.stake() - refunded - taken));
        }
    }

    private void hold(JsonNode body, String withdrawalId) {
        withdrawers.put(withdrawalId, text(body, "playerId"));
        withdrawals.put(withdrawalId, body.path("amount").asLong());
    }

    private void pay(String withdrawalId) {
        if (counted.add("withdrawal " + withdrawalId)) {
            change(withdrawers.getOrDefault(withdrawalId, ""), -withdrawals.getOrDefault(withdrawalId, 0L));
        }
    }

    private void change(String player, long amount) {
        totals.merge(player, amount, Math::addExact);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
