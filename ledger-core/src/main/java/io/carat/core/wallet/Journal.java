package io.carat.core.wallet;

import org.jspecify.annotations.Nullable;

/**
 * What a posting is booked under.
 *
 * @param journalId the movement's id
 * @param referenceId the deposit, bet, bonus or withdrawal that it belongs to
 * @param leg the bet's leg number, null where there is none
 */
public record Journal(
        String journalId, String referenceId, @Nullable Integer leg) {

    /** A movement of the thing referred to, named by what was done, for example {@code settle/t-1}. */
    public static Journal of(String referenceId, String deed) {
        return new Journal(referenceId + "/" + deed, referenceId, null);
    }

    /** The same movement, of one leg. */
    public Journal leg(int number) {
        return new Journal(journalId, referenceId, number);
    }

    /** A movement linked to this one: its own journal, the same reference. */
    public Journal linked(String deed) {
        return new Journal(journalId + "/" + deed, referenceId, leg);
    }
}
