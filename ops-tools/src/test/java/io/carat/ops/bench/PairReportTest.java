package io.carat.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.load.RunResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairReportTest {

    @Test
    void takesTheMedianOfTheRatiosAndNotTheRatioOfTheMedians() {
        PairReport report = report(pair(90, 100, 0), pair(200, 100, 0), pair(96, 100, 0));
        assertThat(report.pairs()).extracting(PairReport.Pair::ratio).containsExactly(0.9, 2.0, 0.96);
        assertThat(report.medianRatio()).isEqualTo(0.96);
        assertThat(report.line()).isEqualTo("   0.960  one : many (median of 3 pairs)");
        assertThat(report.ok()).isTrue();
    }

    @Test
    void doesNotHoldWhenACommandFailed() {
        assertThat(report(pair(90, 100, 1)).ok()).isFalse();
    }

    private static PairReport report(PairReport.Pair... pairs) {
        BenchOptions options = Samples.options(List.of(ContestantKind.ENGINE), pairs.length, PairKind.PROVIDER, 0);
        return new PairReport(options, "one : many", Stream.of(pairs).toList());
    }

    private static PairReport.Pair pair(long first, long second, long failures) {
        return PairReport.Pair.of(Samples.run(first, 0, failures), Samples.run(second, 0, 0), RunResult::perSecond);
    }
}
