package io.carat.ops.cli;

import io.carat.core.host.OneLine;
import io.carat.core.signedhead.ChainFolder;
import io.carat.ops.client.AccessSettings;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.verify.ChainCheck;
import io.carat.ops.verify.ChainReport;
import io.carat.ops.verify.Evidence;
import io.carat.ops.verify.Finding;
import io.carat.ops.verify.LogDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** {@code carat verify-chain}: whether the event log is what it was, from the tables and the kept heads. */
@Command(
        name = "verify-chain",
        description = "Checks the event log against its hashes and against the heads that were signed of it, and names"
                + " the first event that does not fit. It needs no server: it reads the database of the data directory,"
                + " whether a server runs on it or not, or the one of SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD.")
final class VerifyChainCommand extends ServerCommand {

    private static final long SAY_EVERY_EVENTS = 1_000_000;

    private final Map<String, String> environment;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory (default: CARAT_DATA, else ./carat-data).")
    private @Nullable Path data;

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            showDefaultValue = Visibility.NEVER,
            description = "Kept heads; may be given several times (default: chain/heads.jsonl in the data directory).")
    private List<Path> heads = new ArrayList<>();

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            showDefaultValue = Visibility.NEVER,
            description = "Public keys; may be given several times (default: chain/keys in the data directory).")
    private List<Path> keys = new ArrayList<>();

    VerifyChainCommand(Map<String, String> environment) {
        super(new AccessSettings(environment));
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        heads.forEach(file -> require(Files.isRegularFile(file), "--heads " + file + " is no file"));
        keys.forEach(folder -> require(Files.isDirectory(folder), "--keys " + folder + " is no directory"));
        // What was kept is read first: the log may go on, but never back.
        Evidence evidence = evidence();
        try (LogDatabase database = database()) {
            ChainReport report = ChainCheck.check(database.connection(), evidence, this::say);
            tell(report);
            return conclude(report.ok(), report);
        } catch (SQLException e) {
            throw new CaratFailure("The log cannot be read (" + OneLine.of(e) + ").", e);
        }
    }

    private Evidence evidence() {
        ChainFolder kept = ChainFolder.in(dataDirectory());
        List<Path> own =
                Files.exists(kept.heads().path()) ? List.of(kept.heads().path()) : List.of();
        return Evidence.of(heads.isEmpty() ? own : heads, keys.isEmpty() ? List.of(kept.keys()) : keys);
    }

    private LogDatabase database() {
        String url = environment.getOrDefault("SPRING_DATASOURCE_URL", "");
        return url.isBlank()
                ? LogDatabase.in(dataDirectory())
                : LogDatabase.at(
                        url,
                        environment.get("SPRING_DATASOURCE_USERNAME"),
                        environment.get("SPRING_DATASOURCE_PASSWORD"));
    }

    private Path dataDirectory() {
        String named = environment.getOrDefault("CARAT_DATA", "");
        Path directory = data != null ? data : Path.of(named.isBlank() ? "carat-data" : named);
        return directory.toAbsolutePath().normalize();
    }

    private void say(long events) {
        if (events % SAY_EVERY_EVENTS == 0) {
            say(events + " events fit ...");
        }
    }

    private void tell(ChainReport report) {
        say(String.format(
                Locale.ROOT,
                "%d events of %d streams fit; signed heads: %d, snapshots: %d; %.1f s, %.0f events/s",
                report.events(),
                report.streams(),
                report.heads(),
                report.snapshots(),
                report.millis() / 1000.0,
                report.events() * 1000.0 / Math.max(1, report.millis())));
        report.notes().forEach(note -> say("  " + note));
        report.findings().forEach(this::tell);
        say(report.ok() ? "OK" : "FAILED");
    }

    private void tell(Finding finding) {
        say("✗ " + finding.line());
        if (finding.hint() != null) {
            say("  " + finding.hint());
        }
    }
}
