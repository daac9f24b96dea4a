package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.WalletRef;

/** How players reach the server. */
interface Exchange {

    /**
     * Sends a money command and waits for its answer.
     *
     * @throws io.carat.ops.client.NoAnswer when none came
     */
    Answer send(MoneyRequest request);

    /**
     * Reads a wallet's snapshot.
     *
     * @throws io.carat.ops.client.NoAnswer when no answer came
     */
    Answer read(WalletRef wallet);
}
