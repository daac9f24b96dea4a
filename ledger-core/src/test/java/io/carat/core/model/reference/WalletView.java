package io.carat.core.model.reference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One wallet as it must be, in a form that can be compared. */
public final class WalletView {

    private final @Nullable Wallet wallet;
    private final Map<BetRef, Bet> bets;
    private final Collection<Withdrawal> withdrawals;

    WalletView(@Nullable Wallet wallet, Map<BetRef, Bet> bets, Collection<Withdrawal> withdrawals) {
        this.wallet = wallet;
        this.bets = bets;
        this.withdrawals = withdrawals;
    }

    /** Whether the player has the wallet at all. */
    public boolean isOpened() {
        return wallet != null;
    }

    /** Each bucket as {@code available+held}, by type. */
    public Map<String, String> balances() {
        Map<String, String> balances = new TreeMap<>();
        if (wallet != null) {
            wallet.buckets.forEach((type, bucket) -> balances.put(type, bucket.available + "+" + bucket.held));
        }
        return balances;
    }

    /** What a bucket has available, in minor units. */
    public long available(String type) {
        return wallet == null ? 0 : wallet.bucket(type).available;
    }

    /** The needs of each bucket, in the order they are counted, each as {@code BUCKET progress/required}. */
    public List<String> rolling() {
        return wallet == null
                ? List.of()
                : wallet.buckets.entrySet().stream()
                        .flatMap(entry -> entry.getValue().needs.stream()
                                .sorted(Need.ORDER)
                                .map(need -> entry.getKey() + " " + need.progress + "/" + need.required()))
                        .toList();
    }

    /** What is owed, oldest first, in minor units. */
    public List<Long> debts() {
        return wallet == null
                ? List.of()
                : wallet.debts.stream().map(debt -> debt.open).toList();
    }

    /** What open bets and withdrawals hold in each bucket, added up from them, in minor units. */
    public Map<String, Long> holds() {
        Map<String, Long> holds = new TreeMap<>();
        if (wallet != null) {
            wallet.buckets.keySet().forEach(type -> holds.put(type, 0L));
            bets.values().stream()
                    .filter(bet -> bet.wallet == wallet && bet.isOpen())
                    .forEach(bet -> {
                        for (int leg = 0; leg < bet.legs.size(); leg++) {
                            holds.merge(bet.legs.get(leg).type(), bet.remaining[leg], Math::addExact);
                        }
                    });
            withdrawals.stream()
                    .filter(withdrawal -> withdrawal.holdsIn(wallet))
                    .forEach(withdrawal -> holds.merge(Rules.WITHDRAWABLE, withdrawal.amount(), Math::addExact));
        }
        return holds;
    }
}
