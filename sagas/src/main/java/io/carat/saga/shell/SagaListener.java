package io.carat.saga.shell;

/** Is told when a saga cannot go on, for alerts. */
public interface SagaListener {

    /** A saga was parked because of this cause. */
    void parked(String saga, String sagaKey, String cause);
}
