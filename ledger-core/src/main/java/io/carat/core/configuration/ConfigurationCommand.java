package io.carat.core.configuration;

import io.carat.core.decision.DerivedId;
import io.carat.core.policy.Policy;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyRef;
import java.time.ZoneId;
import java.util.List;

/** What a new platform is set to. Each command may be repeated: what was set before, by whomever, stays. */
public sealed interface ConfigurationCommand {

    /** A brand exists, with the currencies its players may hold and the zone its dates are read in. */
    record DefineBrand(String brandId, List<String> currencies, String zone) implements ConfigurationCommand {
        public DefineBrand {
            currencies = List.copyOf(currencies);
            if (!DerivedId.isBrandId(brandId)) {
                throw new IllegalArgumentException(
                        "A brand id is 1 to 40 of a-z, 0-9 and hyphen, not '" + brandId + "'");
            }
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw new IllegalArgumentException("A brand's zone is one such as Europe/Malta, not '" + zone + "'");
            }
        }
    }

    /** A game provider is connected. */
    record RegisterProvider(String providerId) implements ConfigurationCommand {}

    /** A provider's game belongs to a product. */
    record RegisterGame(String providerId, String gameId, String product) implements ConfigurationCommand {}

    /** A topology version exists; versions are never changed. */
    record DefineTopology(Topology topology) implements ConfigurationCommand {}

    /** A policy version exists and is the active one; versions are never changed. */
    record DefinePolicy(Policy policy) implements ConfigurationCommand {}

    /** New business is decided under this topology version, if none is active yet. */
    record ActivateFirstTopology(TopologyRef topology) implements ConfigurationCommand {}
}
