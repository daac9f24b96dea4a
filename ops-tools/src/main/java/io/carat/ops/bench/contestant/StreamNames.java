package io.carat.ops.bench.contestant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Further names of the kind of one stream's, all of one length. The digits of a digest become other digits, so that the
 * names are as far apart in an index as those of real streams; other names get digits at their end.
 */
final class StreamNames {

    private static final int DIGITS = 16;
    private static final String DIGEST = ".*\\.[0-9a-f]{32}";
    private static final int DIGEST_LENGTH = 32;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private final byte[] name;
    private final int digitsAt;
    private final long seed;

    private StreamNames(String name, int digitsAt, long seed) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.digitsAt = digitsAt;
        this.seed = seed;
    }

    static StreamNames like(String original) {
        long seed = 0;
        for (byte character : original.getBytes(StandardCharsets.UTF_8)) {
            seed = mixed(seed + character);
        }
        return original.matches(DIGEST)
                ? new StreamNames(original, original.length() - DIGEST_LENGTH, seed)
                : new StreamNames(original + "~" + "0".repeat(DIGITS), original.length() + 1, seed);
    }

    /** The name before any pass. */
    byte[] first() {
        return name.clone();
    }

    /** Writes the digits of this pass over those of a name that begins here. */
    void write(ByteBuffer out, int nameAt, long pass) {
        long bits = mixed(seed + pass);
        for (int digit = 0; digit < DIGITS; digit++) {
            out.put(nameAt + digitsAt + digit, HEX[(int) (bits >>> (Long.SIZE - 4 - 4 * digit)) & 0xf]);
        }
    }

    /** One to one, and each bit depends on all (the finalizer of SplitMix64). */
    private static long mixed(long value) {
        long bits = value + GOLDEN_RATIO;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }
}
