package io.carat.api.scenario;

import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs scenarios on the Axon Server whose address is given, as {@code host:port}, by {@code CARAT_TEST_AXONSERVER} or
 * {@code -Dcarat.test.axonserver}. Events of one topology cannot be mixed with those of the other, so the tests of the unified one
 * want a second server, by {@code CARAT_TEST_AXONSERVER_UNIFIED} or {@code -Dcarat.test.axonserver.unified}. Without an address the
 * tests are skipped, and say so.
 */
final class GivenAxonServer implements StoreUnderTest, BeforeAllCallback, AfterAllCallback {

    private static final GivenAxonServer ONLY = new GivenAxonServer();

    @Override
    public Map<String, Object> settings(TopologyCode topology) {
        String name =
                topology == TopologyCode.RUBY_SPLIT_V1 ? "carat.test.axonserver" : "carat.test.axonserver.unified";
        String address = address(name).orElse(null);
        Assumptions.assumeTrue(address != null, skipped(name));
        return Map.of("carat.eventstore", "axonserver", "axon.axonserver.servers", String.valueOf(address));
    }

    private static Optional<String> address(String property) {
        String variable = System.getenv(variable(property));
        return Optional.ofNullable(System.getProperty(property, variable)).filter(given -> !given.isBlank());
    }

    private static String variable(String property) {
        return property.replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }

    private static String skipped(String property) {
        return "NOT TESTED on a real Axon Server: none is given by " + variable(property) + "=host:port";
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RunningServer.use(ONLY);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        RunningServer.use(POSTGRES);
    }
}
