package io.carat.ops.cli;

import io.carat.ops.canary.CanaryReport;
import io.carat.ops.canary.CanaryRun;
import io.carat.ops.canary.CanaryStep;
import io.carat.ops.client.AccessSettings;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Role;
import io.carat.ops.client.WalletRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code carat canary}: one player's money all the way round, checked step by step. */
@Command(
        name = "canary",
        description = "Takes one player's money through deposit, bet, settlement, rolling and withdrawal, and checks"
                + " every balance against what it must be, and the ledger's tips against the balances.")
final class CanaryCommand extends ServerCommand {

    @Option(names = "--player", defaultValue = "canary", description = "The canary player; its wallet is kept.")
    private String player = "canary";

    @Option(names = "--brand", defaultValue = "acme", description = "The brand.")
    private String brand = "acme";

    @Option(names = "--currency", defaultValue = "KRW", description = "The currency.")
    private String currency = "KRW";

    CanaryCommand(AccessSettings settings) {
        super(settings);
    }

    @Override
    public Integer call() {
        try (LedgerClient client = connect(Role.OPERATOR)) {
            CanaryRun run = new CanaryRun(client, new WalletRef(brand, player, currency), step -> say(line(step)));
            CanaryReport report = run.run();
            say(report.ok() ? "OK" : "FAILED: " + report.reason());
            return conclude(report.ok(), report);
        }
    }

    private static String line(CanaryStep step) {
        return (step.ok() ? "✓ " : "✗ ")
                + pad(step.what(), 12)
                + pad(step.detail(), 72)
                + String.format("%6d ms", step.millis());
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
