package io.carat.ops.bench.host;

import io.carat.ops.bench.host.ProcessFiles.Resident;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures all processes of a PostgreSQL over a window. Memory is what each process holds alone, summed, and once the
 * largest part that a process shares, since that is the shared memory which the others map too; sampled, not traced.
 */
public final class PostgresMeter {

    private final long postmaster;
    private double cpuAtBegin;
    private long peakBytes;

    /** A meter of the PostgreSQL under this postmaster; 0 measures nothing. */
    public PostgresMeter(long postmaster) {
        this.postmaster = postmaster;
    }

    /** The window begins. */
    public void begin() {
        cpuAtBegin = cpuSeconds();
        peakBytes = 0;
        sample();
    }

    /** Looks at the memory; called now and then within the window. */
    public void sample() {
        long own = 0;
        long shared = 0;
        for (long pid : tree()) {
            Resident resident = ProcessFiles.resident(pid);
            own += resident.ownBytes();
            shared = Math.max(shared, resident.sharedBytes());
        }
        peakBytes = Math.max(peakBytes, own + shared);
    }

    /** The window ends. */
    public Cost end() {
        sample();
        return new Cost(cpuSeconds() - cpuAtBegin, peakBytes);
    }

    /** CPU seconds of the postmaster and of all its children, those that have ended included. */
    public double cpuSeconds() {
        return ProcessFiles.cpuSecondsWithEndedChildren(postmaster)
                + ProcessFiles.children(postmaster).stream()
                        .mapToDouble(ProcessFiles::ownCpuSeconds)
                        .sum();
    }

    private List<Long> tree() {
        List<Long> tree = new ArrayList<>(ProcessFiles.children(postmaster));
        tree.add(postmaster);
        return tree;
    }
}
