package io.carat.projection.bulk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * A statement over many rows that takes one round trip: each column is sent as an array, and {@value #ROWS} in its SQL
 * stands for the table that they make.
 *
 * @param <R> a row
 */
public final class BulkStatement<R> {

    /** What the SQL has where it reads the rows. */
    public static final String ROWS = ":rows";

    private final JdbcTemplate jdbc;
    private final String sql;
    private final List<Column<R>> columns;

    private BulkStatement(JdbcTemplate jdbc, String sql, List<Column<R>> columns) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.columns = columns;
    }

    /** Begins with the columns of the rows, in their order. */
    public static <R> Columns<R> of() {
        return new Columns<>();
    }

    /** Runs it in the caller's transaction; returns how many rows it changed. No rows, no statement. */
    public int update(List<R> rows) {
        return rows.isEmpty() ? 0 : jdbc.update(sql, statement -> bind(statement, rows));
    }

    /** Runs it in the caller's transaction; returns what its RETURNING or SELECT gives. No rows, no statement. */
    public <T> List<T> query(List<R> rows, RowMapper<T> mapper) {
        return rows.isEmpty() ? List.of() : jdbc.query(sql, statement -> bind(statement, rows), mapper);
    }

    private void bind(PreparedStatement statement, List<R> rows) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            statement.setArray(i + 1, statement.getConnection().createArrayOf(column.type, column.values(rows)));
        }
    }

    /** The columns of a bulk statement's rows. */
    public static final class Columns<R> {

        private final List<Column<R>> columns = new ArrayList<>();

        private Columns() {}

        /** Adds a column of type text. */
        public Columns<R> text(Function<R, @Nullable String> value) {
            return add("text", value, String[]::new);
        }

        /** Adds a column of type integer. */
        public Columns<R> integer(Function<R, @Nullable Integer> value) {
            return add("int4", value, Integer[]::new);
        }

        /** Adds a column of type bigint. */
        public Columns<R> bigint(Function<R, @Nullable Long> value) {
            return add("int8", value, Long[]::new);
        }

        /** Adds a column of type timestamptz. */
        public Columns<R> time(Function<R, Instant> value) {
            return add("timestamptz", row -> value.apply(row).toString(), String[]::new);
        }

        /** The statement, on a database. */
        public BulkStatement<R> statement(DataSource dataSource, String sql) {
            String arrays = columns.stream()
                    .map(column -> "?::" + column.type + "[]")
                    .collect(Collectors.joining(", ", "unnest(", ")"));
            return new BulkStatement<>(new JdbcTemplate(dataSource), sql.replace(ROWS, arrays), List.copyOf(columns));
        }

        private Columns<R> add(
                String type, Function<R, ? extends @Nullable Object> value, IntFunction<Object[]> array) {
            columns.add(new Column<>(type, value, array));
            return this;
        }
    }

    private record Column<R>(String type, Function<R, ? extends @Nullable Object> value, IntFunction<Object[]> array) {

        Object[] values(List<R> rows) {
            return rows.stream().map(value).toArray(array);
        }
    }
}
