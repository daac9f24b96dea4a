package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Step.Advance;
import io.carat.core.model.reference.Step.Deposit;
import io.carat.core.model.reference.Step.Grant;
import io.carat.core.model.reference.Step.OfBet;
import io.carat.core.model.reference.Step.Place;
import io.carat.core.model.reference.Step.RollbackByBetId;
import io.carat.core.model.reference.Step.Withdraw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule book as a small mutable machine, to hold the ledger against: it says of each request what it must be told and
 * what every wallet must hold after it. It follows domain.md §0 to §4 and §7, and where those leave a choice open, ADR 0006,
 * 0009 and 0013. It knows one thread and no time; coupons, points, transfers, campaigns and freezes are not in it.
 */
public final class Reference {

    private final House house;
    private final Crediting crediting;
    private final Placing placing;
    private final Map<BetRef, Bet> bets = new HashMap<>();
    private final Map<BetRef, RollbackByBetId> tombstones = new HashMap<>();
    private final Map<List<String>, Withdrawal> withdrawals = new HashMap<>();
    private final Keys keys = new Keys();
    private final Keys references = new Keys();
    private int step = -1;

    /** A platform on which nothing has happened yet. */
    public Reference(Rules rules) {
        this.house = new House(rules);
        this.crediting = new Crediting(house);
        this.placing = new Placing(house, bets, tombstones);
    }

    /** New decisions follow this version; bets that were accepted keep theirs. */
    public void put(Policy policy) {
        house.put(policy);
    }

    /** What the next request must be told; requests are numbered from 0. */
    public Told next(Sent sent) {
        step++;
        Step asked = sent.step();
        if (asked instanceof OfBet ofBet && !reaches(sent.by(), ofBet.bet())) {
            return Told.refused("BET_NOT_FOUND");
        }
        if (asked instanceof Advance advance && !sent.by().reaches(advance.brand())) {
            return Told.refused("WITHDRAWAL_NOT_FOUND");
        }
        Told told = keys.under(List.of(asked.brand(), sent.key()), asked, () -> switch (asked) {
            case Deposit it -> crediting.deposit(step, it);
            case Grant it -> crediting.grant(step, it);
            case Place it -> placing.place(step, it);
            case Withdraw it -> withdraw(it, sent.key());
            case Advance it -> advance(it);
            case OfBet it -> ofBet(it, sent.by());
        });
        house.startWaiting();
        return told;
    }

    /** The wallets as they must be. */
    public WalletView view(String brand, String player, String currency) {
        return new WalletView(house.find(brand, player, currency), bets, withdrawals.values());
    }

    /** What is held for a bet; 0 for one that is over or unknown. */
    public long open(BetRef ref) {
        Bet bet = bets.get(ref);
        return bet == null ? 0 : bet.open();
    }

    private boolean reaches(Caller by, BetRef bet) {
        boolean known = bets.containsKey(bet) || tombstones.containsKey(bet);
        return known ? by.reaches(bet) : by.reaches(bet.brand());
    }

    private Told ofBet(OfBet it, Caller by) {
        Bet bet = bets.get(it.bet());
        RollbackByBetId tombstone = tombstones.get(it.bet());
        String code = bet == null && tombstone == null ? unknown(it, by) : null;
        if (code != null) {
            return Told.refused(code);
        }
        Object key = List.of(it.brand(), it.bet().provider(), it.operation(), it.txn());
        return references.under(key, payload(it, bet, tombstone), () -> {
            if (bet != null) {
                return Bets.tell(step, bet, it);
            }
            if (tombstone != null) {
                return Told.refused("ALREADY_ROLLED_BACK");
            }
            tombstones.put(it.bet(), (RollbackByBetId) it);
            return Told.done(step, "");
        });
    }

    /** A rollback may come before its bet; of anything else there must be a bet. */
    private @Nullable String unknown(OfBet it, Caller by) {
        if (!(it instanceof RollbackByBetId) || !by.reaches(it.bet())) {
            return "BET_NOT_FOUND";
        }
        if (!house.rules.brands().containsKey(it.brand())) {
            return "BRAND_NOT_FOUND";
        }
        return house.rules.providers().contains(it.bet().provider()) ? null : "PROVIDER_NOT_FOUND";
    }

    /** Player, bet, amount and currency (§0): whichever way a rollback names its bet, it is the same rollback. */
    private static Object payload(OfBet it, @Nullable Bet bet, @Nullable RollbackByBetId tombstone) {
        if (it instanceof RollbackByBetId rollback) {
            return List.of("rollback", it.bet(), rollback.player(), rollback.currency());
        }
        if (it instanceof Step.Rollback) {
            return bet == null
                    ? List.of(
                            "rollback",
                            it.bet(),
                            owner(tombstone).player(),
                            owner(tombstone).currency())
                    : List.of("rollback", it.bet(), bet.terms.player(), bet.terms.currency());
        }
        return it instanceof Step.Settle settle
                ? List.of(it.bet(), settle.payout(), settle.result(), settle.closes())
                : it;
    }

    private static RollbackByBetId owner(@Nullable RollbackByBetId tombstone) {
        return Objects.requireNonNull(tombstone);
    }

    private Told withdraw(Withdraw it, String key) {
        Optional<String> refused = house.admission(it.brand(), it.currency(), it.amount());
        if (refused.isPresent()) {
            return Told.refused(refused.get());
        }
        Wallet wallet = house.find(it.brand(), it.player(), it.currency());
        if (wallet == null) {
            return Told.refused("CURRENCY_MISMATCH");
        }
        if (wallet.owed() > 0) {
            return Told.refused("OPEN_RECEIVABLE");
        }
        if (wallet.withdrawable().available < it.amount()) {
            return Told.refused("INSUFFICIENT_FUNDS");
        }
        withdrawals.put(List.of(it.brand(), key), new Withdrawal(it, wallet));
        return Told.done(step, "");
    }

    private Told advance(Advance it) {
        Withdrawal withdrawal = withdrawals.get(List.of(it.brand(), it.requestKey()));
        if (withdrawal == null) {
            return Told.refused("WITHDRAWAL_NOT_FOUND");
        }
        String refused = withdrawal.advance(it);
        return refused == null ? Told.done(step, "") : Told.refused(refused);
    }
}
