package io.carat.api.seed;

import io.carat.api.http.LedgerCommands;
import io.carat.api.startup.CaratSettings;
import io.carat.core.configuration.FirstStart;
import io.carat.core.decision.Outcome;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Sets a new server up through the commands that anybody would use. It runs on every start and before readiness; what
 * already holds changes nothing, so a start that was interrupted is completed by the next.
 */
@Component
class FirstStartSeed implements ApplicationRunner {

    private final LedgerCommands commands;
    private final CaratSettings settings;

    FirstStartSeed(LedgerCommands commands, CaratSettings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        FirstStart.commands(settings.topology().name()).forEach(this::send);
        FirstStart.profiles().forEach(this::send);
    }

    private void send(Object seed) {
        if (commands.send(seed).outcome() instanceof Outcome.Refused refused) {
            throw new IllegalStateException(
                    "Seeding failed: " + refused.rejection().detail());
        }
    }
}
