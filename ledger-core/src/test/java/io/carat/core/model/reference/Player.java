package io.carat.core.model.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/** A player of a brand: wallets by currency, and the counter of needs. */
final class Player {

    final Map<String, Wallet> wallets = new LinkedHashMap<>();
    long counter;

    long next() {
        counter++;
        return counter;
    }
}
