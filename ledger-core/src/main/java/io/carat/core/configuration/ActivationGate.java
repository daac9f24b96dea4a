package io.carat.core.configuration;

import io.carat.core.decision.RejectionCode;
import java.util.List;

/**
 * One condition of an activation (rule book §9).
 *
 * @param name what it looks at
 * @param code the refusal when it is not met
 * @param faults one sentence for each thing that stands against it; none when it is met
 */
public record ActivationGate(Name name, RejectionCode code, List<String> faults) {

    /** What is looked at, in the order in which it is. */
    public enum Name {
        /** The topology's own content. */
        STRUCTURE,
        /** The active policies that its routes name. */
        POLICIES,
        /** What the topology in force would leave behind. */
        OUTGOING
    }

    public ActivationGate {
        faults = List.copyOf(faults);
    }

    /** Whether it is met. */
    public boolean open() {
        return faults.isEmpty();
    }
}
