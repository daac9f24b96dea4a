package io.carat.ops.bench.contestant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamNamesTest {

    private static final String BET = "acme.bet.0123456789abcdef0123456789abcdef";
    private static final String PLAYER = "player:acme:bench-1";

    @Test
    void givesADigestOtherDigits() {
        assertThat(name(BET, 1))
                .matches("acme\\.bet\\.[0-9a-f]{16}0123456789abcdef")
                .isNotEqualTo(BET);
    }

    @Test
    void givesOtherNamesDigitsAtTheirEnd() {
        assertThat(name(PLAYER, 1)).matches(PLAYER + "~[0-9a-f]{16}");
    }

    @Test
    void givesTheSameStreamTheSameNameWithinAPass() {
        assertThat(name(BET, 3)).isEqualTo(name(BET, 3)).isNotEqualTo(name(BET, 4));
    }

    @Test
    void givesNoTwoStreamsTheSameName() {
        Set<String> names = new HashSet<>();
        for (int pass = 0; pass < 1_000; pass++) {
            names.add(name(BET, pass));
            names.add(name(BET.replace('0', '1'), pass));
            names.add(name(PLAYER, pass));
            names.add(name(PLAYER + "2", pass));
        }
        assertThat(names).hasSize(4_000);
    }

    private static String name(String like, long pass) {
        StreamNames names = StreamNames.like(like);
        ByteBuffer out = ByteBuffer.wrap(names.first());
        names.write(out, 0, pass);
        return new String(out.array(), StandardCharsets.UTF_8);
    }
}
