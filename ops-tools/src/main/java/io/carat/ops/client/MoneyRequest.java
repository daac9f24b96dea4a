package io.carat.ops.client;

/**
 * A money command as it goes over the wire; sending an equal one again is a duplicate.
 *
 * @param path the path below the server's root
 * @param key the Idempotency-Key
 * @param body the JSON text
 */
public record MoneyRequest(String path, String key, String body) {

    /** The same command under another key. */
    public MoneyRequest underKey(String otherKey) {
        return new MoneyRequest(path, otherKey, body);
    }
}
