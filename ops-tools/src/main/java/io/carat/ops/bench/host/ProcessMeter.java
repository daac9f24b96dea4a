package io.carat.ops.bench.host;

/** Measures one process over a window: its CPU time, and the peak of its resident memory since it began. */
public final class ProcessMeter {

    private final long pid;
    private double cpuAtBegin;

    private ProcessMeter(long pid) {
        this.pid = pid;
    }

    /** A meter of a process. */
    public static ProcessMeter of(long pid) {
        return new ProcessMeter(pid);
    }

    /** A meter of this process. */
    public static ProcessMeter self() {
        return new ProcessMeter(ProcessHandle.current().pid());
    }

    /** CPU seconds since the process began. */
    public double cpuSeconds() {
        return ProcessFiles.ownCpuSeconds(pid);
    }

    /** The window begins. */
    public void begin() {
        cpuAtBegin = cpuSeconds();
    }

    /** The window ends. */
    public Cost end() {
        return new Cost(cpuSeconds() - cpuAtBegin, ProcessFiles.peakBytes(pid));
    }
}
