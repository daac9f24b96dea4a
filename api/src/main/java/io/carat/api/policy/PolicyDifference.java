package io.carat.api.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two versions.
 *
 * @param path where, as in {@code depositRolling.multiplierBps}
 * @param from what the first says; null where it says nothing
 * @param to what the second says; null where it says nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PolicyDifference(
        String path, @Nullable JsonNode from, @Nullable JsonNode to) {

    private static final Set<String> NOT_RULES = Set.of("version");

    /** Every difference, by path. */
    static List<PolicyDifference> between(JsonNode from, JsonNode to) {
        List<PolicyDifference> found = new ArrayList<>();
        compare("", from, to, found);
        return found;
    }

    private static void compare(
            String path, @Nullable JsonNode from, @Nullable JsonNode to, List<PolicyDifference> found) {
        if (isObject(from) || isObject(to)) {
            Set<String> names = new TreeSet<>();
            names(from, names);
            names(to, names);
            names.removeAll(NOT_RULES);
            names.forEach(name ->
                    compare(path.isEmpty() ? name : path + "." + name, member(from, name), member(to, name), found));
        } else if (from == null ? to != null : !from.equals(to)) {
            found.add(new PolicyDifference(path, from, to));
        }
    }

    private static boolean isObject(@Nullable JsonNode node) {
        return node != null && node.isObject();
    }

    private static void names(@Nullable JsonNode node, Set<String> names) {
        if (node != null) {
            names.addAll(node.propertyNames());
        }
    }

    private static @Nullable JsonNode member(@Nullable JsonNode node, String name) {
        return node == null ? null : node.get(name);
    }
}
