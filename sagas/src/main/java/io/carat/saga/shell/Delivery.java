package io.carat.saga.shell;

/** What became of a command. */
public sealed interface Delivery {

    /** It holds now, or held already. */
    record Done() implements Delivery {}

    /** The rules refuse it: sending it again changes nothing. */
    record Refused(String cause) implements Delivery {}

    /** It failed, and nobody knows why it should not succeed later. */
    record Failed(String cause) implements Delivery {}
}
