package io.carat.core.topology;

/**
 * A way that money may take between two buckets of a wallet (rule book §8).
 *
 * @param from the code of the bucket that gives
 * @param to the code of the NORMAL bucket that takes
 */
public record TransferPair(String from, String to) {}
