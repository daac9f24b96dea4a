package io.carat.api.wiring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.carat.core.coupon.CouponCommand.ExpireCoupon;
import io.carat.projection.coupon.DueCoupons;
import io.carat.saga.shell.CommandDelivery;
import io.carat.saga.shell.SagaCommand;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The job that expires coupons whose time is over. The command decides by the ledger's own clock and changes nothing when it is
 * sent again, so two nodes at work, or a list that trails, do no harm.
 */
@Configuration(proxyBeanMethods = false)
class CouponWiring {

    /** Coupons tried in one run. */
    static final int BATCH = 200;

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String NAME = "coupon.expire.v1";

    @Bean
    DueCoupons dueCoupons(DataSource dataSource) {
        return new DueCoupons(dataSource);
    }

    @Bean
    RecurringTask<Void> couponExpiry(DueCoupons coupons, CommandDelivery delivery) {
        Clock clock = Clock.systemUTC();
        return Tasks.recurring("coupon-expiry", FixedDelay.of(EVERY))
                .execute((instance, context) -> coupons.at(clock.instant(), BATCH)
                        .forEach(id -> delivery.once(SagaCommand.of(id, "expire", NAME, new ExpireCoupon(id)))));
    }
}
