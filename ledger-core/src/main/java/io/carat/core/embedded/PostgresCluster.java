package io.carat.core.embedded;

import io.carat.core.host.OneLine;
import io.carat.core.host.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The files of the embedded database: {@code postgres} and its superuser's password beside it. They are made under another
 * name and renamed, so that a half-made cluster is never opened.
 */
final class PostgresCluster {

    private static final int PASSWORD_BYTES = 24;

    private final Path pgdata;
    private final Path passwordFile;

    PostgresCluster(Path dataDirectory) {
        this.pgdata = dataDirectory.resolve("postgres");
        this.passwordFile = dataDirectory.resolve("postgres.password");
    }

    Path pgdata() {
        return pgdata;
    }

    /** The password of both roles; refuses to start when its file is missing beside existing data. */
    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new PostgresRefused(
                    "the password of the embedded database cannot be read from " + passwordFile + "; restore that file",
                    e);
        }
    }

    /** Makes the data where there are none; refuses to start on data of another major version. */
    void prepare(PostgresPrograms programs, PostgresLog log) {
        if (Files.exists(pgdata)) {
            requireVersion(programs.majorVersion());
        } else {
            create(programs, log);
        }
    }

    private void requireVersion(String wanted) {
        String found = version();
        if (!found.equals(wanted)) {
            throw new PostgresRefused("the database in " + pgdata + " was made by PostgreSQL " + found
                    + ", this Carat runs " + wanted + "; move it with pg_upgrade or pg_dump, or choose another --data");
        }
    }

    private String version() {
        try {
            return Files.readString(pgdata.resolve("PG_VERSION")).strip();
        } catch (IOException e) {
            throw new PostgresRefused(
                    pgdata + " holds no PostgreSQL data (no readable PG_VERSION); choose another --data", e);
        }
    }

    private void create(PostgresPrograms programs, PostgresLog log) {
        Path staging = pgdata.resolveSibling("postgres.new");
        try {
            Folder.delete(staging);
            PrivateFile.write(passwordFile, newPassword());
            initialize(programs, log, staging);
            Files.move(staging, pgdata, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresRefused("the database cannot be made in " + pgdata + " (" + OneLine.of(e) + ")", e);
        }
    }

    private void initialize(PostgresPrograms programs, PostgresLog log, Path staging) {
        boolean made = programs.run(
                "initdb",
                "-D",
                staging.toString(),
                "-U",
                "postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (!made) {
            throw new PostgresRefused(
                    "the database cannot be made in " + pgdata + " (" + OneLine.of(log.lastComplaint()) + ")");
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
