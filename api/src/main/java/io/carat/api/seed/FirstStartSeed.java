package io.carat.api.seed;

import io.carat.api.http.LedgerCommands;
import io.carat.api.startup.CaratSettings;
import io.carat.core.configuration.ConfigurationCommand;
import io.carat.core.configuration.ConfigurationCommand.ActivateFirstTopology;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.configuration.ConfigurationCommand.DefinePolicy;
import io.carat.core.configuration.ConfigurationCommand.DefineTopology;
import io.carat.core.configuration.ConfigurationCommand.RegisterGame;
import io.carat.core.configuration.ConfigurationCommand.RegisterProvider;
import io.carat.core.decision.Outcome;
import io.carat.core.topology.TopologyRef;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Sets a new server up through the commands that anybody would use. It runs on every start and before readiness; what
 * already holds changes nothing, so a start that was interrupted is completed by the next.
 */
@Component
class FirstStartSeed implements ApplicationRunner {

    private static final String BRAND = "acme";
    private static final List<String> CURRENCIES = List.of("KRW", "EUR", "USD");
    private static final List<String> PROVIDERS = List.of("hub88", "generic");

    private final LedgerCommands commands;
    private final CaratSettings settings;

    FirstStartSeed(LedgerCommands commands, CaratSettings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        seeds().forEach(this::send);
    }

    private List<ConfigurationCommand> seeds() {
        List<ConfigurationCommand> seeds = new ArrayList<>();
        seeds.add(new DefineBrand(BRAND, CURRENCIES, "UTC"));
        for (String provider : PROVIDERS) {
            seeds.add(new RegisterProvider(provider));
            seeds.add(new RegisterGame(provider, "sports-1", "SPORTS"));
            seeds.add(new RegisterGame(provider, "live-1", "LIVE"));
            seeds.add(new RegisterGame(provider, "slots-1", "SLOTS"));
        }
        RubyPolicies.all().forEach(policy -> seeds.add(new DefinePolicy(policy)));
        RubyTopologies.all().forEach(topology -> seeds.add(new DefineTopology(topology)));
        seeds.add(new ActivateFirstTopology(new TopologyRef(settings.topology().name(), 1)));
        return seeds;
    }

    private void send(ConfigurationCommand seed) {
        if (commands.send(seed).outcome() instanceof Outcome.Refused refused) {
            throw new IllegalStateException(
                    "Seeding failed: " + refused.rejection().detail());
        }
    }
}
