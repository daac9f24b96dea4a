package io.carat.api.scenario;

import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.Map;

/** The event store that the scenarios run on. */
@FunctionalInterface
interface StoreUnderTest {

    /** The default one, in the server's own database. */
    StoreUnderTest POSTGRES = topology -> Map.of();

    /** What a server of this topology is told about its event store; a store that is not there aborts the test. */
    Map<String, Object> settings(TopologyCode topology);
}
