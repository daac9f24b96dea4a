package io.carat.api.hold;

import io.carat.projection.hold.HoldMeters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks the gauges of open bets up now and then, on every node: each is scraped for itself. */
@Component
class HoldMetersLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HoldMetersLoop.class);

    private final HoldMeters meters;
    private final Duration pause;
    private volatile @Nullable Thread thread;

    HoldMetersLoop(HoldMeters meters, HoldSettings settings) {
        this.meters = meters;
        this.pause = settings.refreshEvery();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("hold-meters").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                refresh();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            meters.refresh();
        } catch (DataAccessException e) {
            LOG.warn("Open bets could not be looked up; their gauges keep the last values: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
