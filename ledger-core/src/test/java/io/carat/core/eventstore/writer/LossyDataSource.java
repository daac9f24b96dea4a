package io.carat.core.eventstore.writer;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A pool that loses its connection at the next commit. */
final class LossyDataSource implements DataSource {

    /** What is lost. */
    enum Loss {
        NOTHING,
        /** The server dies before it hears of the commit. */
        THE_COMMIT,
        /** The server commits and dies before it answers. */
        THE_ANSWER,
        /** As {@link #THE_ANSWER}, and no connection can be had any more. */
        THE_ANSWER_AND_THE_SERVER
    }

    private final DataSource pool;
    private volatile Loss loss = Loss.NOTHING;
    private volatile boolean down;

    LossyDataSource(DataSource pool) {
        this.pool = pool;
    }

    void loseAtNextCommit(Loss what) {
        loss = what;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (down) {
            throw new SQLException("connection refused", "08001");
        }
        Connection connection = pool.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit(Connection connection) throws SQLException {
        Loss now = loss;
        loss = Loss.NOTHING;
        switch (now) {
            case NOTHING -> connection.commit();
            case THE_COMMIT -> {
                kill(connection);
                connection.commit();
            }
            case THE_ANSWER, THE_ANSWER_AND_THE_SERVER -> {
                connection.commit();
                kill(connection);
                down = now == Loss.THE_ANSWER_AND_THE_SERVER;
                failOn(connection);
            }
        }
    }

    /** Fails as the commit would have, so that the pool notices as well. */
    private static void failOn(Connection dead) throws SQLException {
        try (Statement statement = dead.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private void kill(Connection connection) throws SQLException {
        int process = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (Connection other = pool.getConnection();
                Statement statement = other.createStatement();
                ResultSet gone = statement.executeQuery("SELECT pg_terminate_backend(%d, 5000)".formatted(process))) {
            gone.next();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        pool.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
