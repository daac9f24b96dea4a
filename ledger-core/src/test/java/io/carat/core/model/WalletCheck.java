package io.carat.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketKey;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.WalletView;
import io.carat.core.testing.InMemoryLedger;
import io.carat.core.wallet.ReadWallet;
import io.carat.core.wallet.WalletSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the wallets, as the postings add up and as the ledger tells them, against the model's. */
final class WalletCheck {

    private final InMemoryLedger ledger;
    private final Reference reference;
    private final Books books;
    private final String topology;

    WalletCheck(InMemoryLedger ledger, Reference reference, Books books, String topology) {
        this.ledger = ledger;
        this.reference = reference;
        this.books = books;
        this.topology = topology;
    }

    /** Every balance of everybody, and for the wallets that were touched what the ledger itself says of them. */
    void after(List<LedgerEvent> seen) {
        for (List<String> who : RandomMoves.PLAYERS) {
            for (String currency : List.of("KRW", "EUR")) {
                checkBalances(who.get(0), who.get(1), currency);
            }
        }
        for (String currency : List.of("KRW", "EUR")) {
            checkAccounts(currency);
        }
        Set<List<String>> touched = seen.stream()
                .filter(event -> event.streamId().startsWith("bucket:"))
                .map(event -> BucketKey.parse(event.streamId()))
                .map(key -> List.of(key.brandId(), key.playerId(), key.currency()))
                .collect(Collectors.toSet());
        assertThat(touched).as("wallets that one request touches").hasSizeLessThan(2);
        touched.forEach(wallet -> checkSnapshot(wallet.get(0), wallet.get(1), wallet.get(2)));
    }

    /** Holds the ledger's own snapshot of every wallet against the model. */
    void allSnapshots() {
        for (List<String> who : RandomMoves.PLAYERS) {
            for (String currency : List.of("KRW", "EUR")) {
                if (reference.view(who.get(0), who.get(1), currency).isOpened()) {
                    checkSnapshot(who.get(0), who.get(1), currency);
                }
            }
        }
    }

    private void checkBalances(String brand, String player, String currency) {
        WalletView expected = reference.view(brand, player, currency);
        expected.balances().forEach((type, balance) -> {
            Books.Balance booked = books.bucket(id(brand, player, currency, type));
            assertThat(booked)
                    .as("%s of %s %s %s", type, brand, player, currency)
                    .hasToString(balance);
            assertThat(booked.held())
                    .as("open legs and withdrawals of %s", type)
                    .isEqualTo(expected.holds().get(type));
        });
    }

    private void checkAccounts(String currency) {
        long held = sum(
                currency,
                wallet -> wallet.holds().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        long owed = sum(
                currency,
                wallet -> wallet.debts().stream().mapToLong(Long::longValue).sum());
        assertThat(books.account("BET_HOLD", currency) + books.account("WITHDRAW_HOLD", currency))
                .as("held in %s", currency)
                .isEqualTo(held);
        assertThat(-books.account("RECEIVABLE", currency))
                .as("owed in %s", currency)
                .isEqualTo(owed);
    }

    private long sum(String currency, Function<WalletView, Long> what) {
        return RandomMoves.PLAYERS.stream()
                .mapToLong(who -> what.apply(reference.view(who.get(0), who.get(1), currency)))
                .sum();
    }

    private void checkSnapshot(String brand, String player, String currency) {
        Outcome.Done done = (Outcome.Done) ledger.send(new ReadWallet(brand, player, currency));
        WalletSnapshot wallet = (WalletSnapshot) done.answer();
        WalletView expected = reference.view(brand, player, currency);
        Map<String, String> balances = wallet.buckets().stream()
                .filter(bucket -> !bucket.type().equals("POINTS"))
                .collect(Collectors.toMap(bucket -> bucket.type(), bucket -> bucket.available() + "+" + bucket.held()));
        assertThat(balances).as("snapshot of %s %s", player, currency).isEqualTo(expected.balances());
        assertThat(wallet.receivables().stream().map(debt -> debt.amount()).toList())
                .as("receivables of %s %s", player, currency)
                .isEqualTo(expected.debts());
        assertThat(wallet.rolling().stream()
                        .map(open -> open.bucket() + " " + open.progress() + "/" + open.required())
                        .toList())
                .as("rolling of %s %s", player, currency)
                .containsExactlyInAnyOrderElementsOf(expected.rolling());
    }

    /** The wallet of a player in one line, for people. */
    String line(String brand, String player) {
        StringBuilder line = new StringBuilder();
        for (String currency : List.of("KRW", "EUR")) {
            WalletView wallet = reference.view(brand, player, currency);
            wallet.balances().forEach((type, balance) -> {
                if (!balance.equals("0+0")) {
                    line.append(' ')
                            .append(currency)
                            .append(' ')
                            .append(type)
                            .append(' ')
                            .append(balance);
                }
            });
            line.append(wallet.rolling().isEmpty() ? "" : " rolling " + wallet.rolling());
            line.append(wallet.debts().isEmpty() ? "" : " owes " + wallet.debts());
        }
        return line.toString();
    }

    private String id(String brand, String player, String currency, String type) {
        return new BucketKey(brand, player, currency, topology, type).bucketId();
    }
}
