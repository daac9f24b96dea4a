package io.carat.api.reconciliation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.carat.projection.reconciliation.Reconciliation;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reconciles when a node starts, and by the hour on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ReconciliationSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationSchedule.class);
    private static final Duration EVERY = Duration.ofHours(1);

    /** The gauge lives in this process: a node that has just started compares at once, whoever ran the last hour's. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> firstReconciliation(Reconciliation reconciliation) {
        return ready -> Thread.ofVirtual().name("first-reconciliation").start(() -> runFirst(reconciliation));
    }

    private static void runFirst(Reconciliation reconciliation) {
        try {
            reconciliation.run();
        } catch (RuntimeException e) {
            LOG.warn("The first reconciliation failed; the next is due within the hour", e);
        }
    }

    @Bean
    RecurringTask<Void> hourlyReconciliation(Reconciliation reconciliation) {
        return Tasks.recurring("ledger-reconciliation", FixedDelay.of(EVERY))
                .execute((instance, context) -> reconciliation.run());
    }
}
