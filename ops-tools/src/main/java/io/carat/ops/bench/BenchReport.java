package io.carat.ops.bench;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.host.Machine;
import io.carat.ops.bench.load.Latency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a benchmark gave. The names of the JSON's members are a contract (the product's {@code bench --json}).
 *
 * @param figures of every contestant that took part, in the order of their turns
 */
record BenchReport(BenchOptions options, Machine machine, Map<ContestantKind, Figures> figures) {

    /** Whether every command was answered as expected. */
    boolean ok() {
        return figures.values().stream().allMatch(of -> of.failures() == 0);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        figures.forEach((kind, of) -> json.put(name(kind), json(kind, of)));
        json.put("ratios", new Ratios(figures).json());
        json.put("options", options(options));
        json.put("machine", machine);
        return json;
    }

    private static String name(ContestantKind kind) {
        return switch (kind) {
            case ENGINE_HOT -> "engineHot";
            case SQL_HOT -> "sqlHot";
            case ENGINE, STOCK, SQL, RAW, HTTP -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Map<String, Object> json(ContestantKind kind, Figures of) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (kind) {
            case ENGINE, ENGINE_HOT, HTTP, STOCK -> {
                json.put("commandsPerSecond", of.perSecond());
                json.put("eventsPerSecond", of.eventsPerSecond());
            }
            case SQL, SQL_HOT -> json.put("transfersPerSecond", of.perSecond());
            case RAW -> json.put("rowsPerSecond", of.perSecond());
        }
        json.put("p50Millis", of.millis(Latency::p50Millis));
        json.put("p99Millis", of.millis(Latency::p99Millis));
        json.put("p999Millis", of.millis(Latency::p999Millis));
        json.put("peakRssBytes", of.peakBytes());
        json.putAll(of.costs());
        return json;
    }

    static Map<String, Object> options(BenchOptions options) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("runs", options.runs());
        json.put("seconds", options.seconds());
        json.put("warmupSeconds", options.warmupSeconds());
        json.put("httpWarmupSeconds", options.httpWarmupSeconds());
        json.put("players", options.players());
        json.put("concurrency", options.concurrency());
        json.put("load", options.load());
        json.put("provider", options.provider());
        json.put("sqlConnections", options.sqlConnections());
        json.put("sqlKeys", options.sqlKeys());
        json.put("stockConnections", options.stockConnections());
        json.put("prefill", options.prefill());
        json.put("seed", options.seed());
        json.put("javaOptions", options.javaOptions());
        return json;
    }
}
