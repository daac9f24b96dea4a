package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.LedgerReads;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.NoAnswer;
import io.carat.ops.client.Patience;
import io.carat.ops.client.WalletRef;
import java.util.function.Supplier;

/** Sends each request when its turn comes, counts the answer and writes it to the journal. */
final class PacedExchange implements Exchange {

    private final LedgerClient client;
    private final Patience patience;
    private final Pace pace;
    private final Tally tally;
    private final Journal journal;

    PacedExchange(LedgerClient client, Patience patience, Pace pace, Tally tally, Journal journal) {
        this.client = client;
        this.patience = patience;
        this.pace = pace;
        this.tally = tally;
        this.journal = journal;
    }

    @Override
    public Answer send(MoneyRequest request) {
        Answer answer = timed(() -> client.post(request, patience));
        tally.moneyAnswered(answer);
        journal.write(request, answer);
        return answer;
    }

    @Override
    public Answer read(WalletRef wallet) {
        return timed(() -> LedgerReads.snapshot(client, wallet, patience));
    }

    private Answer timed(Supplier<Answer> sending) {
        long due = turn();
        Answer answer = sending.get();
        tally.answered(answer, System.nanoTime() - due);
        return answer;
    }

    private long turn() {
        try {
            return pace.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("The run was stopped before a request was sent.", e);
        }
    }
}
