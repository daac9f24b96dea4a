package io.carat.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.host.Machine;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.client.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenchReportTest {

    private static final Machine MACHINE =
            new Machine("Linux", "a processor", 2, 8L << 30, "ext4", "a JVM", Map.of("fsync", "on"));

    private final Map<ContestantKind, Figures> figures = new EnumMap<>(ContestantKind.class);

    @Test
    void writesTheMembersThatProgramsRelyOn() {
        for (ContestantKind kind : ContestantKind.values()) {
            took(kind, Samples.run(100, 450, 0));
        }
        JsonNode json = json();
        for (String bets : List.of("engine", "engineHot", "http")) {
            JsonNode of = json.get(bets);
            assertThat(of.get("commandsPerSecond").asDouble()).isEqualTo(100);
            assertThat(of.get("eventsPerSecond").asDouble()).isEqualTo(450);
            assertThat(of.get("p50Millis").asDouble()).isEqualTo(1);
            assertThat(of.get("p99Millis").asDouble()).isEqualTo(3);
            assertThat(of.get("p999Millis").asDouble()).isEqualTo(3);
            assertThat(of.get("peakRssBytes").asLong()).isEqualTo(100 << 20);
        }
        assertThat(json.get("stock").get("commandsPerSecond").asDouble()).isEqualTo(100);
        assertThat(json.get("sql").get("transfersPerSecond").asDouble()).isEqualTo(100);
        assertThat(json.get("sqlHot").get("transfersPerSecond").asDouble()).isEqualTo(100);
        assertThat(json.get("raw").get("rowsPerSecond").asDouble()).isEqualTo(100);
        assertThat(json.get("machine").get("cores").asInt()).isEqualTo(2);
        assertThat(json.get("machine").get("postgres").get("fsync").asString()).isEqualTo("on");
    }

    @Test
    void takesTheMedianOfTheRunsOfEachFigure() {
        took(ContestantKind.ENGINE, Samples.run(100, 900, 0), Samples.run(300, 100, 0), Samples.run(200, 500, 0));
        JsonNode engine = json().get("engine");
        assertThat(engine.get("commandsPerSecond").asDouble()).isEqualTo(200);
        assertThat(engine.get("eventsPerSecond").asDouble()).isEqualTo(500);
        assertThat(engine.get("runs")).hasSize(3);
    }

    @Test
    void comparesThoseWhoTookPart() {
        took(ContestantKind.ENGINE, Samples.run(900, 4_000, 0));
        took(ContestantKind.SQL, Samples.run(300, 0, 0));
        took(ContestantKind.RAW, Samples.run(5_000, 0, 0));
        JsonNode ratios = json().get("ratios");
        assertThat(ratios.get("engineToSql").asDouble()).isEqualTo(3);
        assertThat(ratios.get("engineEventsToRaw").asDouble()).isEqualTo(0.8);
        assertThat(ratios).hasSize(2);
        assertThat(report().ok()).isTrue();
    }

    @Test
    void comparesTheHotPlayerWithTheHotAccount() {
        took(ContestantKind.ENGINE_HOT, Samples.run(900, 4_000, 0));
        took(ContestantKind.SQL_HOT, Samples.run(100, 0, 0));
        assertThat(json().get("ratios").get("engineHotToSqlHot").asDouble()).isEqualTo(9);
        assertThat(json().get("ratios")).hasSize(1);
        assertThat(BenchTable.lines(report()))
                .anyMatch(line -> line.matches("engine-hot +900 commands .*"))
                .contains("    9.00  engine-hot : sql-hot, commands to transfers");
    }

    @Test
    void tellsHowLongTheWarmUpsWere() {
        took(ContestantKind.HTTP, Samples.run(100, 450, 0));
        assertThat(json().get("options").get("warmupSeconds").asDouble()).isEqualTo(Samples.SECONDS);
        assertThat(json().get("options").get("httpWarmupSeconds").asDouble()).isEqualTo(2 * Samples.SECONDS);
        BenchOptions options = report().options();
        assertThat(options.warmUp(ContestantKind.HTTP).seconds()).isEqualTo(2 * Samples.SECONDS);
        assertThat(options.warmUp(ContestantKind.ENGINE).seconds()).isEqualTo(Samples.SECONDS);
    }

    @Test
    void doesNotHoldWhenACommandFailed() {
        took(ContestantKind.ENGINE, Samples.run(900, 4_000, 0), Samples.run(900, 4_000, 2));
        assertThat(report().ok()).isFalse();
        assertThat(BenchTable.lines(report())).contains("FAILED: engine had 2 failures, such as it broke");
    }

    @Test
    void tellsPeopleTheSameFigures() {
        took(ContestantKind.ENGINE, Samples.run(12_345, 50_000, 0));
        took(ContestantKind.SQL_HOT, Samples.run(1_000, 0, 0));
        assertThat(BenchTable.lines(report()))
                .anyMatch(line -> line.matches("engine +12,345 commands +50,000 +1.00 +3.00 +3.00 +1.50 +100 .*"))
                .anyMatch(line -> line.matches("sql-hot +1,000 transfers .*"))
                .anyMatch(line -> line.matches(" +12.3[45]  engine : sql-hot, .*"))
                .anyMatch(line -> line.startsWith("a processor, 2 cores, 8 GB"));
    }

    private void took(ContestantKind kind, RunResult... runs) {
        figures.put(kind, new Figures(List.of(runs)));
    }

    private BenchReport report() {
        return new BenchReport(
                Samples.options(List.copyOf(figures.keySet()), 0, PairKind.PROVIDER, 0), MACHINE, figures);
    }

    private JsonNode json() {
        return Json.tree(report().json());
    }
}
