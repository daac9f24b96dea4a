package io.carat.ops.bench.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersOfProcessesTest {

    @Test
    void measuresWhatThisProcessUses() {
        ProcessMeter meter = ProcessMeter.self();
        SystemMeter system = new SystemMeter();
        meter.begin();
        system.begin();
        double before = meter.cpuSeconds();
        await().atMost(Duration.ofSeconds(20)).pollDelay(Duration.ZERO).until(() -> meter.cpuSeconds() > before + 0.05);
        Cost cost = meter.end();
        assertThat(cost.cpuSeconds()).isGreaterThanOrEqualTo(0.05);
        assertThat(cost.peakBytes()).isGreaterThan(10 << 20);
        assertThat(system.end()).isPositive();
    }

    @Test
    void addsUpATreeOfProcesses() throws Exception {
        Process tree = new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done' & wait").start();
        try {
            PostgresMeter meter = new PostgresMeter(tree.pid());
            meter.begin();
            await().atMost(Duration.ofSeconds(20)).until(() -> meter.cpuSeconds() > 0.1);
            Cost cost = meter.end();
            assertThat(cost.cpuSeconds()).isGreaterThan(0.05);
            assertThat(cost.peakBytes()).isPositive();
        } finally {
            tree.descendants().forEach(ProcessHandle::destroyForcibly);
            tree.destroyForcibly().waitFor();
        }
    }

    @Test
    void findsNothingOfAProcessThatIsGone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        ProcessMeter meter = ProcessMeter.of(gone.pid());
        meter.begin();
        assertThat(meter.end()).isEqualTo(Cost.NONE);
        assertThat(new PostgresMeter(0).cpuSeconds()).isZero();
    }

    @Test
    void waitsUntilNothingIsUsedAnyMore() {
        double[] uses = {1, 2, 3, 3};
        int[] looks = {0};
        Quiet.await(() -> uses[looks[0]++]);
        assertThat(looks[0]).isEqualTo(uses.length);
    }
}
