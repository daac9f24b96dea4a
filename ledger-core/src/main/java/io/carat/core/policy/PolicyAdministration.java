package io.carat.core.policy;

import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.PolicyCommand.ActivatePolicyVersion;
import io.carat.core.policy.PolicyCommand.CreatePolicyVersion;
import io.carat.core.policy.PolicyEvent.PolicyActivated;
import io.carat.core.policy.PolicyEvent.PolicyCreated;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a version of a policy is made or activated. */
final class PolicyAdministration {

    private PolicyAdministration() {}

    /**
     * Makes a version under the next number, unless one has the same rules.
     *
     * @param products those that the active topology serves: rolling has to say how each of them counts
     */
    static Decision create(CreatePolicyVersion command, PolicyState state, Set<String> products) {
        Policy policy = command.rules().withVersion(state.nextVersion());
        Optional<Rejection> fault = fault(policy, products);
        if (fault.isPresent()) {
            return Decision.rejected(fault.get());
        }
        Optional<Policy> same = state.versions().values().stream()
                .filter(policy::hasRulesOf)
                .min((one, other) -> Integer.compare(one.version(), other.version()));
        if (same.isPresent()) {
            return Decision.accepted(
                    List.of(), PolicyAnswer.of(policy.code(), state, same.get().version()));
        }
        PolicyCreated created = new PolicyCreated(PolicyState.streamId(policy.code()), policy, command.audit());
        return Decision.accepted(
                List.of(created), PolicyAnswer.of(policy.code(), PolicyState.evolve(state, created), policy.version()));
    }

    /** Answers rules that can be used as a version that is none. */
    static Decision check(Policy rules, Set<String> products) {
        return fault(rules, products)
                .map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(
                        List.of(),
                        new PolicyAnswer(rules.code(), List.of(new PolicyAnswer.Version(rules, false, null)))));
    }

    private static Optional<Rejection> fault(Policy policy, Set<String> products) {
        List<String> faults = new PolicyFaults(products).of(policy);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.of(RejectionCode.POLICY_INVALID, String.join(" ", faults)));
    }

    /** Makes a version the active one, unless it is. It was made for the products of its time, and is held to today's. */
    static Decision activate(ActivatePolicyVersion command, PolicyState state, Set<String> products) {
        PolicyRef policy = command.policy();
        Optional<Policy> version = state.version(policy.version());
        if (version.isEmpty()) {
            return missing(policy.code(), policy.version());
        }
        if (state.activeVersion() == policy.version()) {
            return Decision.accepted(List.of(), PolicyAnswer.of(policy.code(), state, policy.version()));
        }
        Optional<Rejection> fault = fault(version.get(), products);
        if (fault.isPresent()) {
            return Decision.rejected(fault.get());
        }
        PolicyActivated activated = new PolicyActivated(PolicyState.streamId(policy.code()), policy, command.audit());
        return Decision.accepted(
                List.of(activated),
                PolicyAnswer.of(policy.code(), PolicyState.evolve(state, activated), policy.version()));
    }

    /** Every version, oldest first. */
    static Decision read(String code, PolicyState state) {
        int[] versions = state.versions().keySet().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return versions.length == 0
                ? Decision.rejected(RejectionCode.POLICY_NOT_FOUND, "There is no policy " + code + ".")
                : Decision.accepted(List.of(), PolicyAnswer.of(code, state, versions));
    }

    private static Decision missing(String code, int version) {
        return Decision.rejected(
                RejectionCode.POLICY_NOT_FOUND, "There is no policy " + code + " version " + version + ".");
    }
}
