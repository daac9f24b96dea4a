package io.carat.core.configuration;

import io.carat.core.decision.Answer;
import io.carat.core.policy.Policy;
import io.carat.core.topology.Topology;
import java.util.List;

/** The topology that new business is decided under, and the active versions of the policies that its routes name. */
public record ActiveTopologyAnswer(Topology topology, List<Policy> policies) implements Answer {

    public ActiveTopologyAnswer {
        policies = List.copyOf(policies);
    }
}
