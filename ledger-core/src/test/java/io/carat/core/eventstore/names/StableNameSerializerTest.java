package io.carat.core.eventstore.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableNameSerializerTest {

    private record Paid(String id, long amountMinor, Instant at) {}

    private record Nameless() {}

    private static final StableNames NAMES =
            StableNames.builder().add("paid.v1", Paid.class, "7").build();

    private final StableNameSerializer events = StableNameSerializer.forEvents(NAMES);
    private final StableNameSerializer general = StableNameSerializer.general(NAMES);

    @Test
    void writesReadableJsonUnderTheStableName() {
        Paid paid = new Paid("p-1", 1250, Instant.parse("2026-01-02T03:04:05.000006Z"));

        SerializedObject<String> stored = events.serialize(paid, String.class);

        assertThat(stored.getType().getName()).isEqualTo("paid.v1");
        assertThat(stored.getType().getRevision()).isEqualTo("7");
        assertThat(stored.getData())
                .isEqualTo("{\"id\":\"p-1\",\"amountMinor\":1250,\"at\":\"2026-01-02T03:04:05.000006Z\"}");
        assertThat(events.<String, Paid>deserialize(stored)).isEqualTo(paid);
    }

    @Test
    void refusesToWriteATypeWithoutName() {
        assertThatThrownBy(() -> events.serialize(new Nameless(), String.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Nameless");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid.v2", "io.carat.core.eventstore.StableNameSerializerTest$Paid", "java.util.Nothing"})
    void refusesToReadAnUnknownName(String name) {
        assertThatThrownBy(() -> read(name, "{}"))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"p\",\"amountMinor\":1,\"at\":null,\"extra\":1}",
                "{\"id\":\"p\",\"amountMinor\":\"12\",\"at\":null}",
                "{\"id\":\"p\",\"amountMinor\":12.9,\"at\":null}",
                "{\"id\":\"p\",\"amountMinor\":1,\"amountMinor\":2,\"at\":null}",
                "{\"id\":\"p\",\"at\":null}"
            })
    void refusesAPayloadThatDoesNotFit(String payload) {
        assertThatThrownBy(() -> read("paid.v1", payload)).isInstanceOf(SerializationException.class);
    }

    private Object read(String name, String payload) {
        return events.deserialize(new SimpleSerializedObject<>(payload, String.class, name, null));
    }

    static List<Object> typesOfAxonAndTheJdk() {
        TrackingToken at = new GlobalSequenceTrackingToken(7);
        TrackingToken start = new GlobalSequenceTrackingToken(0);
        return List.of(
                at,
                ReplayToken.createReplayToken(at, start),
                ReplayToken.createReplayToken(at, start, "why"),
                MergedTrackingToken.merged(start, at),
                new ConfigToken(Map.of("id", "1")),
                MetaData.with("position", "1"),
                new ArrayList<>(List.of("a", "b")));
    }

    @ParameterizedTest
    @MethodSource("typesOfAxonAndTheJdk")
    void keepsTypesOfAxonAndTheJdk(Object value) {
        SerializedObject<byte[]> stored = general.serialize(value, byte[].class);

        assertThat(general.<byte[], Object>deserialize(stored)).isEqualTo(value);
    }
}
