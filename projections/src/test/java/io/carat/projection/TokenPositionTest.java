package io.carat.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.LedgerTypes;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.testing.TestDatabase;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokenPositionTest {

    private final TestDatabase database = TestDatabase.fresh().migrate();
    private final StableNameSerializer serializer = StableNameSerializer.general(LedgerTypes.names());

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    static Stream<Arguments> tokens() {
        return Stream.of(
                Arguments.of(at(7), 7),
                Arguments.of(at(0), 0),
                Arguments.of(ReplayToken.createReplayToken(at(9), at(4)), 4),
                Arguments.of(ReplayToken.createReplayToken(at(9), null), 0),
                Arguments.of(MergedTrackingToken.merged(at(5), at(3)), 3));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void readsThePositionOffAStoredToken(TrackingToken token, long expected) {
        assertThat(positionOf(serializer.serialize(token, byte[].class).getData()))
                .isEqualTo(expected);
    }

    @Test
    void takesAMissingTokenForTheStart() {
        assertThat(positionOf(null)).isZero();
    }

    @Test
    void leavesTheTokenStoresOwnRowOutOfTheOutbox() {
        var config = new ConfigToken(java.util.Map.of("id", "1"));
        JdbcClient.create(database.dataSource())
                .sql("INSERT INTO token_entry (processor_name, segment, token) VALUES ('__config', 0, :token)")
                .param("token", serializer.serialize(config, byte[].class).getData())
                .update();

        assertThat(JdbcClient.create(database.dataSource())
                        .sql("SELECT count(position) FROM projection.published")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long positionOf(byte @Nullable [] token) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT projection.token_position(CAST(:token AS bytea))")
                .param("token", token)
                .query(Long.class)
                .single();
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
