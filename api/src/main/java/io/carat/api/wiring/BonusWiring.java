package io.carat.api.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.carat.saga.bonus.BonusExpiry;
import io.carat.saga.bonus.BonusExpiryList;
import io.carat.saga.bonus.ExpiringBonuses;
import io.carat.saga.shell.CommandDelivery;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that forfeits bonuses whose time is over. */
@Configuration(proxyBeanMethods = false)
class BonusWiring {

    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    ExpiringBonuses expiringBonuses(DataSource dataSource, MeterRegistry registry) {
        ExpiringBonuses bonuses = new ExpiringBonuses(dataSource);
        Gauge.builder("wallet_bonus_expiry_overdue_seconds", bonuses, BonusWiring::overdueSeconds)
                .description("Age of the oldest bonus that is due and not forfeited")
                .strongReference(true)
                .register(registry);
        return bonuses;
    }

    private static double overdueSeconds(ExpiringBonuses bonuses) {
        Instant now = Instant.now();
        return bonuses.longestDue(now)
                .map(since -> Duration.between(since, now).toSeconds())
                .orElse(0L);
    }

    @Bean
    BonusExpiryList bonusExpiryList(ExpiringBonuses bonuses) {
        return new BonusExpiryList(bonuses);
    }

    @Bean
    RecurringTask<Void> bonusExpiry(ExpiringBonuses bonuses, CommandDelivery delivery) {
        BonusExpiry expiry = new BonusExpiry(bonuses, delivery, Clock.systemUTC());
        return Tasks.recurring("bonus-expiry", FixedDelay.of(EVERY)).execute((instance, context) -> expiry.run());
    }
}
