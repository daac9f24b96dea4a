package io.carat.api.scenario;

import io.carat.api.axonserver.StandInAxonServer;
import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs scenarios on the stand-in for Axon Server, one per topology. */
final class StandInStore implements StoreUnderTest, BeforeAllCallback, AfterAllCallback {

    private static final StandInStore ONLY = new StandInStore();
    private static final Map<TopologyCode, StandInAxonServer> SERVERS = new EnumMap<>(TopologyCode.class);

    @Override
    public Map<String, Object> settings(TopologyCode topology) {
        StandInAxonServer server = SERVERS.computeIfAbsent(topology, code -> StandInAxonServer.start());
        return Map.of("carat.eventstore", "axonserver", "axon.axonserver.servers", server.address());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RunningServer.use(ONLY);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        boolean last = context.getRequiredTestClass().getEnclosingClass() == null;
        if (last) {
            RunningServer.leave(ONLY);
        }
    }
}
