package io.carat.core.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the embedded server is run. What was acknowledged is on disk; logs hold no statements and no row data. */
final class DurableSettings {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("min_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("jit", "off"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private DurableSettings() {}

    /** The options for {@code pg_ctl -o}, overrides last. */
    static String options(int port, Map<String, String> overrides) {
        Map<String, String> settings = new LinkedHashMap<>(DEFAULTS);
        settings.putAll(overrides);
        settings.put("port", Integer.toString(port));
        return settings.entrySet().stream()
                .map(setting ->
                        "-c " + setting.getKey() + "='" + setting.getValue().replace("'", "") + "'")
                .collect(Collectors.joining(" "));
    }
}
