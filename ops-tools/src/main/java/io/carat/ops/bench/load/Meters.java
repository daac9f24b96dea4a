package io.carat.ops.bench.load;

import io.carat.ops.bench.host.Cost;
import io.carat.ops.bench.host.PostgresMeter;
import io.carat.ops.bench.host.ProcessMeter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Everything that is read at the two ends of a measured window. */
public final class Meters {

    private final ProcessMeter subject;
    private final @Nullable ProcessMeter generator;
    private final PostgresMeter postgres;
    private final LongSupplier position;
    private long positionAtBegin;

    /**
     * Meters of one contestant.
     *
     * @param subject the measured process
     * @param generator the process that makes the load, null where it is the same
     * @param position the end of the log; its growth is the number of events
     */
    public Meters(
            ProcessMeter subject, @Nullable ProcessMeter generator, PostgresMeter postgres, LongSupplier position) {
        this.subject = subject;
        this.generator = generator;
        this.postgres = postgres;
        this.position = position;
    }

    void begin() {
        positionAtBegin = position.getAsLong();
        postgres.begin();
        subject.begin();
        if (generator != null) {
            generator.begin();
        }
    }

    void sample() {
        postgres.sample();
    }

    RunResult end(Recording recording, double seconds) {
        Cost used = subject.end();
        Cost load = generator == null ? Cost.NONE : generator.end();
        Cost database = postgres.end();
        Latency all = recording.all();
        return new RunResult(
                seconds,
                all.count(),
                position.getAsLong() - positionAtBegin,
                recording.failures(),
                recording.firstFailure(),
                all,
                recording.byOperation(),
                used,
                database,
                load);
    }
}
