package io.carat.api.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Buckets by the part that they play: {@code SPORTS_NORMAL} is whatever bucket the topology in force serves SPORTS with. So one
 * scenario runs on every topology; where two parts are one bucket, their expected amounts add up.
 *
 * @param buckets the code of the bucket that plays a part, in the topology's order
 */
record Roles(Map<String, String> buckets) {

    /** Names are codes of buckets. */
    static final Roles NONE = new Roles(Map.of());

    /** The parts in the topology that is in force on a server; CASINO stands for LIVE where no bucket is called so. */
    static Roles on(RunningServer server) {
        JsonNode topology = Wire.as(server, "operator").get("/v2/topology").ok().body();
        Map<String, String> parts = new HashMap<>();
        for (JsonNode route : topology.get("routes")) {
            String product = route.get("product").asString();
            for (String name : product.equals("LIVE") ? List.of(product, "CASINO") : List.of(product)) {
                parts.put(name + "_NORMAL", route.get("normalBucket").asString());
                parts.put(name + "_BONUS", route.get("bonusBucket").asString());
            }
        }
        return new Roles(parts);
    }

    /** The code of the bucket that plays a part. */
    String bucket(String part) {
        return buckets.getOrDefault(part, part);
    }

    /** A list such as {@code "SPORTS_NORMAL 4000+6000, LIVE_NORMAL 500"} by bucket. */
    String balances(String expected) {
        Map<String, long[]> sums = new LinkedHashMap<>();
        for (String entry : entries(expected)) {
            String[] words = entry.split(" ", -1);
            String[] amounts = words[1].split("\\+", -1);
            long[] sum = sums.computeIfAbsent(bucket(words[0]), code -> new long[2]);
            sum[0] += Long.parseLong(amounts[0]);
            sum[1] += amounts.length == 1 ? 0 : Long.parseLong(amounts[1]);
        }
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()[0]
                        + (entry.getValue()[1] == 0 ? "" : "+" + entry.getValue()[1]))
                .collect(Collectors.joining(", "));
    }

    /** A list whose entries each begin with a part, with the buckets' codes instead. */
    String names(String expected) {
        return entries(expected).stream()
                .map(entry -> bucket(entry.substring(0, entry.indexOf(' '))) + entry.substring(entry.indexOf(' ')))
                .collect(Collectors.joining(", "));
    }

    /** Whether two parts are one bucket. */
    boolean shared(String one, String other) {
        return bucket(one).equals(bucket(other));
    }

    private static List<String> entries(String list) {
        return list.isEmpty() ? List.of() : Stream.of(list.split(", ", -1)).toList();
    }
}
