package io.carat.api.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.TopologyRef;
import io.carat.projection.bet.BetProjection;
import io.carat.projection.ledger.LedgerProjection;
import io.carat.projection.topology.TopologyProjection;
import io.carat.saga.rolling.RollingCreationSaga;
import io.carat.saga.shell.CommandDelivery;
import io.carat.saga.shell.ParkedCommands;
import io.carat.saga.shell.SagaShell;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class HandledTypesTest {

    private static final BucketKey KEY = new BucketKey("acme", "p-1", "KRW", "RUBY_SPLIT_V1", "WITHDRAWABLE");
    private static final BucketOpened OPENED =
            new BucketOpened(KEY.bucketId(), KEY, BucketRole.WITHDRAWABLE, new TopologyRef("RUBY_SPLIT_V1", 1));
    private static final FundsHeld HELD = new FundsHeld(
            KEY.bucketId(),
            new Posting(1, "j-1", PostingReason.STAKE, KEY.bucketId(), "BET_HOLD", 5, 5, 0, 5, "r-1", null));
    private static final RequirementActivated ACTIVATED = new RequirementActivated(KEY.bucketId(), "r-1");

    private final Configuration configuration = DefaultConfigurer.defaultConfiguration(false)
            .registerComponent(SagaShell.class, axon -> shell())
            .buildConfiguration();

    @Test
    void findsWhatAProjectionReads() {
        assertThat(handles(LedgerProjection.class, OPENED)).isTrue();
        assertThat(handles(LedgerProjection.class, HELD)).isTrue();
    }

    @Test
    void doesNotCountTheHandlerOfAllOthers() {
        assertThat(handles(LedgerProjection.class, ACTIVATED)).isFalse();
        assertThat(handles(BetProjection.class, HELD)).isFalse();
        assertThat(handles(TopologyProjection.class, HELD)).isFalse();
    }

    @Test
    void findsWhatASagaFollows() {
        assertThat(handles(RollingCreationSaga.class, ACTIVATED)).isTrue();
        assertThat(handles(RollingCreationSaga.class, HELD)).isFalse();
    }

    @Test
    void takesTogetherWhatTheClassesOfAProcessorHandle() {
        HandledTypes both = HandledTypes.of(List.of(LedgerProjection.class, RollingCreationSaga.class), configuration);

        assertThat(both.test(GenericEventMessage.asEventMessage(HELD))).isTrue();
        assertThat(both.test(GenericEventMessage.asEventMessage(ACTIVATED))).isTrue();
    }

    private boolean handles(Class<?> handlers, Object event) {
        return HandledTypes.of(List.of(handlers), configuration).test(GenericEventMessage.asEventMessage(event));
    }

    private static SagaShell shell() {
        return new SagaShell(
                new CommandDelivery(SimpleCommandBus.builder().build()),
                new ParkedCommands(new PGSimpleDataSource(), Map.of()),
                (saga, sagaKey, cause) -> {},
                Clock.systemUTC());
    }
}
