package io.carat.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.carat.api.wiring.Jar.Fill;
import io.carat.api.wiring.Jar.Filled;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class RestartTest {

    /** A processor that earlier starts did not have. */
    @ProcessingGroup("late-comer")
    static class LateComer {

        final List<String> seen = new CopyOnWriteArrayList<>();
        final List<String> seenBySaga = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Filled filled, ReplayStatus status) {
            seen.add(filled.jarId() + (status.isReplay() ? " again" : ""));
        }
    }

    /** A saga that earlier starts did not have. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    public static class LateSaga {

        @StartSaga
        @SagaEventHandler(associationProperty = "jarId")
        void on(Filled filled, LateComer lateComer) {
            lateComer.seenBySaga.add(filled.jarId());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(LateComer.class)
    static class WithLateComers {

        @Bean
        SagaType lateSaga() {
            return new SagaType(LateSaga.class);
        }

        @Bean
        StableNames lateNames() {
            return StableNames.builder().add("late-saga.v1", LateSaga.class).build();
        }
    }

    @Test
    void aNewSagaHandlesWhatHappenedBeforeItsFirstStart() {
        try (TestDatabase database = TestDatabase.fresh().migrate()) {
            try (var first = TrapApplication.start(database)) {
                first.getBean(CommandGateway.class).sendAndWait(new Fill("jar-1", 1));
            }
            try (var second = TrapApplication.start(database, WithLateComers.class)) {
                LateComer lateComer = second.getBean(LateComer.class);

                await().atMost(Duration.ofSeconds(30)).until(() -> lateComer.seenBySaga.contains("jar-1"));
            }
        }
    }

    @Test
    void aNewProcessorStartsOnANonEmptyStoreAndCatchesUp() {
        try (TestDatabase database = TestDatabase.fresh().migrate()) {
            try (var first = TrapApplication.start(database)) {
                first.getBean(CommandGateway.class).sendAndWait(new Fill("jar-1", 1));
            }
            try (var second = TrapApplication.start(database, LateComer.class)) {
                second.getBean(CommandGateway.class).sendAndWait(new Fill("jar-2", 1));

                LateComer lateComer = second.getBean(LateComer.class);
                await().atMost(Duration.ofSeconds(30)).until(() -> lateComer.seen.size() == 2);
                assertThat(lateComer.seen).containsExactly("jar-1 again", "jar-2");
            }
        }
    }
}
