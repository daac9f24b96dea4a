package io.carat.ops.bench.load;

/** One of the clients of a closed loop, used by one thread. */
@FunctionalInterface
public interface Client {

    /**
     * Asks once or a few times, each time waiting for the answer, and tells the recording of each answer.
     *
     * @throws Exception when an answer is missing or is not the expected one
     */
    void step(Recording recording) throws Exception;
}
