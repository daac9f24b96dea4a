package io.carat.ops.bench.load;

import io.carat.ops.bench.host.Cost;
import io.carat.ops.bench.host.PostgresMeter;
import io.carat.ops.bench.host.ProcessMeter;
import io.carat.ops.bench.host.SystemMeter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Everything that is read at the two ends of a measured window. */
public final class Meters {

    private final ProcessMeter subject;
    private final @Nullable ProcessMeter generator;
    private final PostgresMeter postgres;
    private final LongSupplier position;
    private final LongSupplier lag;
    private final SystemMeter system = new SystemMeter();
    private long positionAtBegin;

    /**
     * Meters of one contestant.
     *
     * @param subject the measured process
     * @param generator the process that makes the load, null where it is the same
     * @param position the end of the log; its growth is the number of events
     * @param lag events that readers of the log have still to take
     */
    public Meters(
            ProcessMeter subject,
            @Nullable ProcessMeter generator,
            PostgresMeter postgres,
            LongSupplier position,
            LongSupplier lag) {
        this.subject = subject;
        this.generator = generator;
        this.postgres = postgres;
        this.position = position;
        this.lag = lag;
    }

    /** Meters of a contestant that makes its load itself and has no readers of a log. */
    public static Meters inProcess(PostgresMeter postgres, LongSupplier position) {
        return new Meters(ProcessMeter.self(), null, postgres, position, () -> 0);
    }

    void begin() {
        positionAtBegin = position.getAsLong();
        system.begin();
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
        double others = system.end() - used.cpuSeconds() - load.cpuSeconds() - database.cpuSeconds();
        long appended = position.getAsLong() - positionAtBegin;
        Latency all = recording.all();
        return new RunResult(
                seconds,
                all.count(),
                appended,
                lag.getAsLong(),
                recording.failures(),
                recording.firstFailure(),
                all,
                recording.byOperation(),
                used,
                database,
                load,
                Math.max(0, others));
    }
}
