package io.carat.core.eventstore.chain;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Hash {

    /** Length in bytes. */
    public static final int BYTES = 32;

    /** What stands before the first event. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /**
     * A digest of these bytes, which are not copied.
     *
     * @throws IllegalArgumentException if they are not {@value #BYTES}
     */
    public static Hash of(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("A hash has " + BYTES + " bytes, not " + value.length);
        }
        return new Hash(value);
    }

    /** The bytes, to be read only. */
    public byte[] bytes() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
