package io.carat.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.eventstore.chain.Hash;
import io.carat.ops.verify.StreamTips.Tip;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamTipsTest {

    private static final int STREAMS = 60_000;
    private static final int EVENTS = 200_000;

    @Test
    void isAMapHoweverItGrows() {
        Random random = new Random(1);
        Map<String, Tip> expected = new HashMap<>();
        StreamTips tips = new StreamTips();
        for (long position = 1; position <= EVENTS; position++) {
            String stream = "bucket:acme:player-" + random.nextInt(STREAMS);
            byte[] bytes = new byte[Hash.BYTES];
            random.nextBytes(bytes);
            Tip before = tips.get(stream);
            assertThat(before).isEqualTo(expected.getOrDefault(stream, Tip.NONE));
            Tip after = before.followedBy(Hash.of(bytes), position);
            tips.put(stream, after);
            expected.put(stream, after);
        }

        assertThat(tips.size()).isEqualTo(expected.size());
        assertThat(expected)
                .allSatisfy((stream, tip) -> assertThat(tips.get(stream)).isEqualTo(tip));
    }

    @Test
    void beginsBeforeTheFirstEvent() {
        Tip first = new StreamTips().get("a").followedBy(Hash.ZERO, 7);

        assertThat(first).isEqualTo(new Tip(0, Hash.ZERO, 7, 7));
        assertThat(first.followedBy(Hash.ZERO, 9)).isEqualTo(new Tip(1, Hash.ZERO, 7, 9));
    }
}
