package io.carat.ops.client;

import java.util.ArrayList;
import java.util.List;

/** Reads the topology, wallets and their ledgers. */
public final class LedgerReads {

    private static final int PAGE_ROWS = 500;

    private final LedgerClient client;
    private final Patience patience;

    /** Reads by this client, asking again for as long as the patience lasts. */
    public LedgerReads(LedgerClient client, Patience patience) {
        this.client = client;
        this.patience = patience;
    }

    /** The active topology. */
    public Topology topology() {
        return client.get("/v2/topology", patience).as(Topology.class);
    }

    /** A wallet's snapshot; {@link Wallet#UNOPENED} when the player has none in this currency. */
    public Wallet wallet(WalletRef wallet) {
        Answer answer = snapshot(client, wallet, patience);
        boolean unopened = answer.status() == 404 && answer.code().equals("WALLET_NOT_FOUND");
        return unopened ? Wallet.UNOPENED : answer.as(Wallet.class);
    }

    /** The plain answer to a read of a wallet's snapshot. */
    public static Answer snapshot(LedgerClient client, WalletRef wallet, Patience patience) {
        return client.get(wallet.path() + wallet.query(), patience);
    }

    /** All ledger rows of a wallet in its currency, oldest first. They may trail the answers by moments. */
    public List<LedgerPage.Row> ledger(WalletRef wallet) {
        List<LedgerPage.Row> rows = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String from = cursor.isEmpty() ? "" : "&cursor=" + WalletRef.segment(cursor);
            String path = wallet.path() + "/ledger" + wallet.query() + "&limit=" + PAGE_ROWS + from;
            LedgerPage page = client.get(path, patience).as(LedgerPage.class);
            rows.addAll(page.rows());
            cursor = page.nextCursor();
        }
        rows.removeIf(row -> !row.currency().equals(wallet.currency()));
        return rows;
    }
}
