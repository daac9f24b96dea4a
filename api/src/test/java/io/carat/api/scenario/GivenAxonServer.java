package io.carat.api.scenario;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carat.api.axonserver.TestAxonServer;
import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs scenarios on the Axon Server whose address is given, as {@code host:port}, by {@code CARAT_TEST_AXONSERVER} or
 * {@code -Dcarat.test.axonserver}. Events of one topology cannot be mixed with those of the other, so the tests of the unified one
 * want a second server, by {@code CARAT_TEST_AXONSERVER_UNIFIED} or {@code -Dcarat.test.axonserver.unified}. Without an address the
 * tests are skipped, and say so.
 */
final class GivenAxonServer implements StoreUnderTest, ExecutionCondition, BeforeAllCallback, AfterAllCallback {

    private static final GivenAxonServer ONLY = new GivenAxonServer();
    private static final String UNIFIED = TestAxonServer.GIVEN + ".unified";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (TestAxonServer.given(TestAxonServer.GIVEN).isPresent()) {
            return ConditionEvaluationResult.enabled("An Axon Server is given");
        }
        String reason = notTested(TestAxonServer.GIVEN);
        System.out.println(context.getDisplayName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public Map<String, Object> settings(TopologyCode topology) {
        assumeTrue(topology != TopologyCode.THREE_WAY_V1, "NOT TESTED on a real Axon Server: it wants a third one");
        String name = topology == TopologyCode.RUBY_SPLIT_V1 ? TestAxonServer.GIVEN : UNIFIED;
        String address = TestAxonServer.given(name).orElse("");
        assumeTrue(!address.isEmpty(), notTested(name));
        return Map.of("carat.eventstore", "axonserver", "axon.axonserver.servers", address);
    }

    private static String notTested(String name) {
        return "NOT TESTED on a real Axon Server: none is given by " + TestAxonServer.variable(name) + "=host:port";
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
