package io.carat.ops.bench;

import io.carat.core.testing.TestDatabase;
import io.carat.ops.bench.host.Databases;
import io.carat.ops.bench.host.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Databases on the PostgreSQL that all tests share; it is fast rather than durable, so nothing is to be measured on it. */
public final class TestDatabases implements Databases {

    private final Path directory;
    private final List<TestDatabase> made = new ArrayList<>();

    /** With a directory for other files. */
    public TestDatabases(Path directory) {
        this.directory = directory;
    }

    @Override
    public Target create(String name) {
        TestDatabase database = TestDatabase.fresh();
        made.add(database);
        String url = database.jdbcUrl().replaceFirst("[?].*$", "");
        return new Target(url, database.username(), database.password(), 0);
    }

    @Override
    public void checkpoint() {}

    @Override
    public Map<String, String> settings() {
        return Map.of("fsync", "off");
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        made.forEach(TestDatabase::close);
    }
}
