package io.carat.core.embedded;

import io.carat.core.host.OneLine;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The PostgreSQL programs, unpacked once per user and version. They are unpacked here rather than by zonky because zonky
 * makes the folder writable for everyone.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    private static final int DIGEST_CHARACTERS = 16;

    /**
     * Unpacks the programs for this platform, unless they are there from an earlier start.
     *
     * @param fallback the folder for them when the user has no writable cache
     * @throws PostgresRefused when there are none for this platform or they cannot be unpacked
     */
    static PostgresBinaries unpacked(Path fallback) {
        byte[] archive = archive();
        Path name = Path.of("postgresql-" + digest(archive));
        try {
            return unpackInto(userCache().resolve(name), archive);
        } catch (IOException ignored) {
            return unpackIntoFallback(fallback.resolve(name), archive);
        }
    }

    Path tool(String program) {
        return home.resolve("bin").resolve(program);
    }

    private static PostgresBinaries unpackIntoFallback(Path home, byte[] archive) {
        try {
            return unpackInto(home, archive);
        } catch (IOException e) {
            throw new PostgresRefused(
                    "the PostgreSQL programs cannot be unpacked into " + home + " (" + OneLine.of(e) + ")", e);
        }
    }

    private static PostgresBinaries unpackInto(Path home, byte[] archive) throws IOException {
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            Files.createDirectories(home.getParent());
            PostgresArchive.unpack(archive, home);
        }
        return new PostgresBinaries(home);
    }

    private static Path userCache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("carat");
    }

    private static byte[] archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system.startsWith("mac") ? "Darwin" : system.startsWith("win") ? "Windows" : "Linux",
                machine.equals("amd64") ? "x86_64" : machine)) {
            return archive.readAllBytes();
        } catch (IOException | IllegalStateException e) {
            throw new PostgresRefused(
                    "there is no embedded PostgreSQL for " + system + " on " + machine
                            + "; give a database by SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD",
                    e);
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
