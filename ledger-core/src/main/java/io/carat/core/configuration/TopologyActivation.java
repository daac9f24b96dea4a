package io.carat.core.configuration;

import io.carat.core.configuration.ActivationGate.Name;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Decision;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyFaults;
import io.carat.core.topology.Leftovers;
import io.carat.core.topology.PlatformEvent.TopologySwitched;
import io.carat.core.topology.PlatformState;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyFaults;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether a topology may be put in force in another one's place (rule book §9, ADR 0023).
 *
 * @param incoming the one to be put in force
 * @param outgoing the one that is
 * @param leftovers what was counted of the outgoing one
 * @param policies the active version of a policy
 */
record TopologyActivation(
        Topology incoming, Topology outgoing, Leftovers leftovers, Function<String, Optional<Policy>> policies) {

    /** Makes the activation, unless the topology is in force already. */
    Decision decide(AuditNote audit) {
        ActivationAnswer answer = check();
        if (incoming.ref().equals(outgoing.ref())) {
            return Decision.accepted(List.of(), answer);
        }
        return answer.gates().stream()
                .filter(gate -> !gate.open())
                .findFirst()
                .map(gate -> Decision.rejected(gate.code(), String.join(" ", gate.faults())))
                .orElseGet(() -> Decision.accepted(List.of(switched(audit)), answer));
    }

    /** Every condition, met or not. */
    ActivationAnswer check() {
        return new ActivationAnswer(
                incoming.ref(),
                outgoing.ref(),
                List.of(
                        new ActivationGate(Name.STRUCTURE, RejectionCode.TOPOLOGY_INVALID, TopologyFaults.of(incoming)),
                        new ActivationGate(Name.POLICIES, RejectionCode.POLICY_INVALID, policyFaults()),
                        new ActivationGate(Name.OUTGOING, RejectionCode.ACTIVATION_BLOCKED, outgoingFaults())));
    }

    /** Whether the activation rests on what was counted: it then holds only while nothing more is appended. */
    boolean restsOnCount() {
        return !outgoing.lostIn(incoming).isEmpty();
    }

    private TopologySwitched switched(AuditNote audit) {
        return new TopologySwitched(
                PlatformState.STREAM_ID,
                incoming.ref(),
                outgoing.ref(),
                restsOnCount() ? leftovers.position() : 0,
                audit);
    }

    private List<String> policyFaults() {
        Set<String> products = Set.copyOf(incoming.products());
        return incoming.routes().stream()
                .map(ProductRoute::policyCode)
                .distinct()
                .flatMap(code -> policyFaults(code, products).stream())
                .toList();
    }

    private List<String> policyFaults(String code, Set<String> products) {
        return policies.apply(code)
                .map(policy -> new PolicyFaults(products)
                        .of(policy).stream()
                                .map(fault -> "Policy " + code + " version " + policy.version() + ": " + fault)
                                .toList())
                .orElseGet(() -> List.of("Policy " + code + " has no active version."));
    }

    private List<String> outgoingFaults() {
        if (!restsOnCount()) {
            return List.of();
        }
        if (!leftovers.outgoing().equals(outgoing.ref())) {
            return List.of("Topology " + outgoing.code() + " version " + outgoing.version() + " was put in force while "
                    + leftovers.outgoing().code() + " was counted. Ask again.");
        }
        return leftovers.sentences();
    }
}
