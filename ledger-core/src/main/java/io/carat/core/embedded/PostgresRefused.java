package io.carat.core.embedded;

/** PostgreSQL cannot be run, for a reason people can remove. The message is one line: what is wrong, where, what to do. */
public final class PostgresRefused extends RuntimeException {

    PostgresRefused(String message) {
        super(message);
    }

    PostgresRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
