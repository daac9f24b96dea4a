package io.carat.api.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.carat.core.eventstore.names.StableNames;
import io.carat.saga.coupon.CouponGrantSaga;
import io.carat.saga.rolling.RollingCreationSaga;
import io.carat.saga.shell.CommandDelivery;
import io.carat.saga.shell.ParkedCommands;
import io.carat.saga.shell.ParkedRetry;
import io.carat.saga.shell.SagaListener;
import io.carat.saga.shell.SagaShell;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sagas, how they send, where they park, and how what is parked is tried again. */
@Configuration(proxyBeanMethods = false)
class SagaWiring {

    private static final Logger LOG = LoggerFactory.getLogger(SagaWiring.class);
    private static final Duration RETRY_EVERY = Duration.ofSeconds(5);

    @Bean
    SagaType rollingCreation() {
        return new SagaType(RollingCreationSaga.class);
    }

    @Bean
    SagaType couponGrants() {
        return new SagaType(CouponGrantSaga.class);
    }

    @Bean
    StableNames sagaNames() {
        return StableNames.builder()
                .add(RollingCreationSaga.STORED_NAME, RollingCreationSaga.class)
                .add(CouponGrantSaga.STORED_NAME, CouponGrantSaga.class)
                .build();
    }

    @Bean
    CommandDelivery commandDelivery(CommandBus bus) {
        return new CommandDelivery(bus);
    }

    @Bean
    ParkedCommands parkedCommands(DataSource dataSource, MeterRegistry registry) {
        Map<String, Class<?>> commands = new HashMap<>(RollingCreationSaga.COMMANDS);
        commands.putAll(CouponGrantSaga.COMMANDS);
        ParkedCommands parked = new ParkedCommands(dataSource, commands);
        Gauge.builder("wallet_saga_parked_commands", parked, ParkedCommands::count)
                .description("Commands that sagas could not get done")
                .strongReference(true)
                .register(registry);
        return parked;
    }

    @Bean
    SagaListener rollingCreationFailures(MeterRegistry registry) {
        Counter failures = Counter.builder("wallet_rolling_creation_failures")
                .description("Rolling requirements whose creation had to be parked")
                .register(registry);
        return (saga, sagaKey, cause) -> {
            LOG.error("Saga {} of {} is parked: {}", saga, sagaKey, cause);
            if (saga.equals(RollingCreationSaga.NAME)) {
                failures.increment();
            }
        };
    }

    @Bean
    SagaShell sagaShell(CommandDelivery delivery, ParkedCommands parked, SagaListener listener) {
        return new SagaShell(delivery, parked, listener, Clock.systemUTC());
    }

    @Bean
    RecurringTask<Void> parkedSagaRetry(
            CommandDelivery delivery, ParkedCommands parked, PlatformTransactionManager transactions) {
        ParkedRetry retry = new ParkedRetry(delivery, parked, new TransactionTemplate(transactions), Clock.systemUTC());
        return Tasks.recurring("parked-saga-retry", FixedDelay.of(RETRY_EVERY))
                .execute((instance, context) -> retry.run());
    }
}
