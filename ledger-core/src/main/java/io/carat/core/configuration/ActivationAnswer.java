package io.carat.core.configuration;

import io.carat.core.decision.Answer;
import io.carat.core.topology.TopologyRef;
import java.util.List;

/**
 * What an activation came to, or would come to.
 *
 * @param topology the one to be put in force
 * @param outgoing the one that is, or was until now
 * @param gates its conditions, each met or not
 */
public record ActivationAnswer(TopologyRef topology, TopologyRef outgoing, List<ActivationGate> gates)
        implements Answer {

    public ActivationAnswer {
        gates = List.copyOf(gates);
    }

    /** Whether every condition is met. */
    public boolean open() {
        return gates.stream().allMatch(ActivationGate::open);
    }
}
