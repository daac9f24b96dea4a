package io.carat.ops.bench;

import io.carat.ops.bench.contestant.ContestantKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Medians against medians: what the comparison is made for. Only of contestants that took part. */
record Ratios(Map<ContestantKind, Figures> figures) {

    /**
     * One comparison.
     *
     * @param name in the JSON
     * @param text for people
     */
    record Ratio(String name, String text, double value) {}

    List<Ratio> all() {
        List<Ratio> ratios = new ArrayList<>();
        commands(ratios, "engineToStock", "engine : stock, commands", ContestantKind.ENGINE, ContestantKind.STOCK);
        commands(
                ratios,
                "engineToSql",
                "engine : sql, commands to transfers",
                ContestantKind.ENGINE,
                ContestantKind.SQL);
        commands(
                ratios,
                "engineToSqlHot",
                "engine : sql-hot, commands to transfers",
                ContestantKind.ENGINE,
                ContestantKind.SQL_HOT);
        commands(
                ratios,
                "engineHotToSqlHot",
                "engine-hot : sql-hot, commands to transfers",
                ContestantKind.ENGINE_HOT,
                ContestantKind.SQL_HOT);
        commands(ratios, "httpToSql", "http : sql, commands to transfers", ContestantKind.HTTP, ContestantKind.SQL);
        Figures engine = figures.get(ContestantKind.ENGINE);
        Figures raw = figures.get(ContestantKind.RAW);
        if (engine != null && raw != null) {
            add(ratios, "engineEventsToRaw", "engine : raw, events to rows", engine.eventsPerSecond(), raw.perSecond());
        }
        return ratios;
    }

    private void commands(List<Ratio> ratios, String name, String text, ContestantKind first, ContestantKind second) {
        Figures of = figures.get(first);
        Figures to = figures.get(second);
        if (of != null && to != null) {
            add(ratios, name, text, of.perSecond(), to.perSecond());
        }
    }

    private static void add(List<Ratio> ratios, String name, String text, double of, double to) {
        if (to > 0) {
            ratios.add(new Ratio(name, text, Statistics.rounded(of / to, 2)));
        }
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        all().forEach(ratio -> json.put(ratio.name(), ratio.value()));
        return json;
    }
}
