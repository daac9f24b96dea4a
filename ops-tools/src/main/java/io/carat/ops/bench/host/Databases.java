package io.carat.ops.bench.host;

import java.nio.file.Path;
import java.util.Map;

/** The one PostgreSQL that all contestants run on. */
public interface Databases extends AutoCloseable {

    /** Makes an empty database. */
    Target create(String name);

    /** Writes everything to disk, so that no run pays for what another one wrote. */
    void checkpoint();

    /** The settings that decide how durable and how fast it is. */
    Map<String, String> settings();

    /** A directory on the measured disk for what a benchmark needs besides. */
    Path directory();

    @Override
    void close();
}
