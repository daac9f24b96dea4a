package io.carat.api.scenario;

import io.carat.api.scenario.RunningServer.TopologyCode;
import org.junit.jupiter.api.Nested;

/** The acceptance cases that a single wallet can show, once more on the unified topology and on a third one. */
class AcceptanceCasesOnEveryTopologyTest {

    @Nested
    class Unified extends AcceptanceCasesTest {
        @Override
        TopologyCode topology() {
            return TopologyCode.RUBY_UNIFIED_V1;
        }
    }

    @Nested
    class ThreeWay extends AcceptanceCasesTest {
        @Override
        TopologyCode topology() {
            return TopologyCode.THREE_WAY_V1;
        }
    }

    @Nested
    class UnifiedCorrections extends CorrectionCasesTest {
        @Override
        TopologyCode topology() {
            return TopologyCode.RUBY_UNIFIED_V1;
        }
    }

    @Nested
    class ThreeWayCorrections extends CorrectionCasesTest {
        @Override
        TopologyCode topology() {
            return TopologyCode.THREE_WAY_V1;
        }
    }

    @Nested
    class UnifiedPolicies extends PolicyCasesTest {
        @Override
        TopologyCode topology() {
            return TopologyCode.RUBY_UNIFIED_V1;
        }
    }

    @Nested
    class ThreeWayPolicies extends PolicyCasesTest {
        @Override
        TopologyCode topology() {
            return TopologyCode.THREE_WAY_V1;
        }
    }
}
