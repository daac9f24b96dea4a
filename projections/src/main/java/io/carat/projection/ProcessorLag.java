package io.carat.projection;

import io.carat.core.eventstore.EventPositions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/** The gauge {@code wallet_processor_lag_events}: how many events a processor has still to take. */
public final class ProcessorLag {

    /** The gauge's name, which alerts rely on. */
    public static final String GAUGE = "wallet_processor_lag_events";

    private final EventPositions log;
    private final ProjectionPosition projections;

    /** Compares the end of the log with stored tokens. */
    public ProcessorLag(EventPositions log, ProjectionPosition projections) {
        this.log = log;
        this.projections = projections;
    }

    /** Adds one gauge per processor; each is read from the database when it is scraped. */
    public void register(MeterRegistry registry, Collection<String> processors) {
        for (String processor : processors) {
            Gauge.builder(GAUGE, this, lag -> lag.of(processor))
                    .description("Events that the processor has still to take")
                    .tag("processor", processor)
                    .strongReference(true)
                    .register(registry);
        }
    }

    /** How many events a processor has still to take. */
    public long of(String processor) {
        long taken = projections.of(processor);
        return Math.max(0, log.headPosition() - taken);
    }
}
