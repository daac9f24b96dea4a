package io.carat.core.player;

import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a player's controls refuse at a time (rule book §0, Words; §7). Only new business is asked here: results of bets that
 * were accepted are always taken.
 */
public final class PlayerRefusals {

    private final PlayerControls controls;
    private final Instant now;

    /** Of these controls, at this time. */
    public PlayerRefusals(PlayerControls controls, Instant now) {
        this.controls = controls;
        this.now = now;
    }

    /** What stands against a bet. */
    public Optional<Rejection> bet(Money stake) {
        return frozen().or(this::excluded).or(() -> above("stake", stake, stake.amountMinor(), LimitSet::stake));
    }

    /** What stands against a deposit on a day of the brand's zone. */
    public Optional<Rejection> deposit(Money amount, LocalDate day) {
        long sumMinor = controls.depositedMinor(amount.currency(), day) + amount.amountMinor();
        return frozen().or(this::excluded)
                .or(() -> above("deposit", amount, amount.amountMinor(), LimitSet::deposit))
                .or(() -> above("deposits of a day", amount, sumMinor, LimitSet::depositsPerDay));
    }

    /** What stands against a bonus: whoever may not bet is not given anything to bet with. */
    public Optional<Rejection> bonus() {
        return frozen().or(this::excluded);
    }

    /** What stands against a transfer between buckets: an excluded player may have it, and limits do not count it. */
    public Optional<Rejection> transfer() {
        return frozen();
    }

    /** What stands against a withdrawal, its approval and its payment: an excluded player takes the money home. */
    public Optional<Rejection> withdrawal() {
        return frozen();
    }

    private Optional<Rejection> frozen() {
        return controls.frozen()
                ? Optional.of(Rejection.of(RejectionCode.PLAYER_FROZEN, "Staff has frozen the player."))
                : Optional.empty();
    }

    private Optional<Rejection> excluded() {
        if (!controls.isExcluded(now)) {
            return Optional.empty();
        }
        Exclusion exclusion = controls.exclusion();
        String end = exclusion == null || exclusion.until() == null ? "for ever" : "until " + exclusion.until();
        return Optional.of(Rejection.of(RejectionCode.PLAYER_BLOCKED, "The player is excluded " + end + "."));
    }

    private Optional<Rejection> above(String what, Money amount, long minor, Function<LimitSet, Limit> kind) {
        return Arrays.stream(LimitOwner.values())
                .map(owner -> kind.apply(controls.limits(owner, amount.currency())))
                .filter(limit -> limit.isExceededBy(minor, now))
                .findFirst()
                .map(limit -> Rejection.of(
                        RejectionCode.LIMIT_EXCEEDED,
                        "The player's limit of the " + what + " is " + limit.at(now) + ", not " + minor + "."));
    }
}
