package io.carat.saga.shell;

/** What became of a command. Causes are cut to {@link #CAUSE_LENGTH} and can be stored as text. */
public sealed interface Delivery {

    /** The longest cause kept, in characters. */
    int CAUSE_LENGTH = 1_000;

    /** It holds now, or held already. */
    record Done() implements Delivery {}

    /** The rules refuse it: sending it again changes nothing. */
    record Refused(String cause) implements Delivery {

        public Refused {
            cause = storable(cause);
        }
    }

    /** It failed, and nobody knows why it should not succeed later. */
    record Failed(String cause) implements Delivery {

        public Failed {
            cause = storable(cause);
        }
    }

    // PostgreSQL refuses a NUL in text; a cause that cannot be stored would stop the saga that is to be parked.
    private static String storable(String cause) {
        return cause.substring(0, Math.min(cause.length(), CAUSE_LENGTH)).replace('\0', ' ');
    }
}
