package io.carat.core.configuration;

import io.carat.core.catalogue.CatalogueCommand.SeedProfile;
import io.carat.core.configuration.ConfigurationCommand.ActivateFirstTopology;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.configuration.ConfigurationCommand.DefinePolicy;
import io.carat.core.configuration.ConfigurationCommand.DefineTopology;
import io.carat.core.configuration.ConfigurationCommand.RegisterGame;
import io.carat.core.configuration.ConfigurationCommand.RegisterProvider;
import io.carat.core.topology.TopologyRef;
import java.util.ArrayList;
import java.util.List;

/** What a new platform is set to, by the commands that anybody would use. All of them may be sent again. */
public final class FirstStart {

    /** The brand. */
    public static final String BRAND = "acme";

    private static final List<String> CURRENCIES = List.of("KRW", "EUR", "USD");
    private static final List<String> PROVIDERS = List.of("hub88", "generic");

    private FirstStart() {}

    /**
     * The commands in their order: brand, providers and games, policies, both topologies, the active one.
     *
     * @param topologyCode the topology to activate where none is active, RUBY_SPLIT_V1 or RUBY_UNIFIED_V1
     */
    public static List<ConfigurationCommand> commands(String topologyCode) {
        List<ConfigurationCommand> commands = new ArrayList<>();
        commands.add(new DefineBrand(BRAND, CURRENCIES, "UTC"));
        PROVIDERS.forEach(provider -> commands.addAll(provider(provider)));
        RubyPolicies.all().forEach(policy -> commands.add(new DefinePolicy(policy)));
        RubyTopologies.all().forEach(topology -> commands.add(new DefineTopology(topology)));
        commands.add(new ActivateFirstTopology(new TopologyRef(topologyCode, 1)));
        return commands;
    }

    /** The first profiles of the seeded providers. A provider that has a profile already keeps what it has. */
    public static List<SeedProfile> profiles() {
        return List.of(new SeedProfile(SeededProfiles.generic()), new SeedProfile(SeededProfiles.hub88(BRAND)));
    }

    /** The commands that connect one provider with a game of each product. */
    public static List<ConfigurationCommand> provider(String providerId) {
        return List.of(
                new RegisterProvider(providerId),
                new RegisterGame(providerId, "sports-1", "SPORTS"),
                new RegisterGame(providerId, "live-1", "LIVE"),
                new RegisterGame(providerId, "slots-1", "SLOTS"));
    }
}
