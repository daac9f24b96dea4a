package io.carat.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketKey;
import io.carat.core.coupon.CouponCommand.ReadCoupon;
import io.carat.core.coupon.CouponView;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Scope;
import io.carat.core.model.reference.GrantRef;
import io.carat.core.model.reference.Reference;
import io.carat.core.model.reference.Transfer;
import io.carat.core.model.reference.WalletView;
import io.carat.core.money.Money;
import io.carat.core.points.PointsAnswer.PointsView;
import io.carat.core.points.PointsCommand.ReadPoints;
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
        RandomMoves.PLAYERS.forEach(who -> checkPoints(who.get(0), who.get(1)));
        Set<List<String>> touched = seen.stream()
                .filter(event -> event.streamId().startsWith("bucket:"))
                .map(event -> BucketKey.parse(event.streamId()))
                .filter(key -> !key.currency().equals(Money.POINTS))
                .map(key -> List.of(key.brandId(), key.playerId(), key.currency()))
                .collect(Collectors.toSet());
        assertThat(touched).as("wallets that one request touches").hasSizeLessThan(2);
        reference.coupons().forEach((grant, parts) -> {
            if (seen.stream().anyMatch(event -> event.streamId().equals(OfferRequests.grantId(grant)))) {
                checkCoupon(grant, parts);
            }
        });
        touched.forEach(wallet -> checkSnapshot(wallet.get(0), wallet.get(1), wallet.get(2)));
    }

    /** Holds the ledger's own snapshot of every wallet against the model. */
    void allSnapshots() {
        reference.coupons().forEach(this::checkCoupon);
        for (List<String> who : RandomMoves.PLAYERS) {
            for (String currency : List.of("KRW", "EUR")) {
                if (reference.view(who.get(0), who.get(1), currency).isOpened()) {
                    checkSnapshot(who.get(0), who.get(1), currency);
                }
            }
        }
    }

    /** All that is left to be wagered in the wallet of a transfer. */
    long rolling(Transfer it) {
        return ledger.send(new ReadWallet(it.brand(), it.player(), it.currency())) instanceof Outcome.Done done
                ? ((WalletSnapshot) done.answer())
                        .rolling().stream().mapToLong(open -> open.remaining()).sum()
                : 0;
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

    /** A grant's parts add up to its face, and are the model's. */
    private void checkCoupon(GrantRef grant, String parts) {
        Outcome.Done done =
                (Outcome.Done) ledger.send(new ReadCoupon(new Scope(null, Set.of()), OfferRequests.grantId(grant)));
        CouponView it = (CouponView) done.answer();
        assertThat(it.remaining() + it.reserved() + it.consumed() + it.expired() + it.revoked())
                .as("the face of %s", grant)
                .isEqualTo(it.face());
        assertThat(it.remaining() + "+" + it.reserved() + "+" + it.consumed() + "+" + it.expired() + "+" + it.revoked())
                .as("%s, as remaining, reserved, consumed, expired, revoked", grant)
                .isEqualTo(parts);
    }

    private void checkPoints(String brand, String player) {
        long points = reference.points(brand, player);
        assertThat(books.bucket(id(brand, player, Money.POINTS, "POINTS")))
                .as("points of %s %s", brand, player)
                .hasToString(points + "+0");
        if (points > 0) {
            Outcome.Done done = (Outcome.Done) ledger.send(new ReadPoints(brand, player));
            PointsView view = (PointsView) done.answer();
            long inLots = view.lots().stream().mapToLong(lot -> lot.remaining()).sum();
            assertThat(inLots).as("lots of %s %s", brand, player).isEqualTo(points);
            assertThat(view.spendable())
                    .as("spendable points of %s %s", brand, player)
                    .isEqualTo(reference.spendable(brand, player));
        }
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
                .isEqualTo(held + reference.reserved(currency));
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
                .collect(Collectors.toMap(bucket -> bucket.type(), bucket -> bucket.available() + "+" + bucket.held()));
        assertThat(balances.remove("POINTS"))
                .as("points of %s %s", brand, player)
                .isEqualTo(reference.points(brand, player) + "+0");
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
