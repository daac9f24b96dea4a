package io.carat.api.reconciliation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.carat.projection.reconciliation.Reconciliation;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reconciles by the hour, on one node at a time; the first run comes soon after the start. */
@Configuration(proxyBeanMethods = false)
class ReconciliationSchedule {

    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> hourlyReconciliation(Reconciliation reconciliation) {
        return Tasks.recurring("ledger-reconciliation", FixedDelay.of(EVERY))
                .execute((instance, context) -> reconciliation.run());
    }
}
