package io.carat.saga.payment;

/** A provider's answers as text that can be stored. */
final class Answers {

    /** The longest text kept, in characters. */
    static final int LENGTH = 500;

    private Answers() {}

    // PostgreSQL refuses a NUL in text; an answer that cannot be stored would hold up its payout for ever.
    static String storable(Object answer) {
        String text = answer.toString();
        return text.substring(0, Math.min(text.length(), LENGTH)).replace('\0', ' ');
    }
}
