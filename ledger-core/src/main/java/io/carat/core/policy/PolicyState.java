package io.carat.core.policy;

import io.carat.core.decision.AuditNote;
import io.carat.core.policy.PolicyEvent.PolicyActivated;
import io.carat.core.policy.PolicyEvent.PolicyCreated;
import io.carat.core.policy.PolicyEvent.PolicyDefined;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All versions of one policy, and which of them is active.
 *
 * @param versions by number
 * @param authors who made a version, and why; none for those of the first start
 * @param activeVersion 0 before one is active
 */
public record PolicyState(Map<Integer, Policy> versions, Map<Integer, AuditNote> authors, int activeVersion) {

    /** A policy without versions. */
    public static final PolicyState NONE = new PolicyState(Map.of(), Map.of(), 0);

    public PolicyState {
        versions = Map.copyOf(versions);
        authors = Map.copyOf(authors);
    }

    /** The stream of a policy. */
    public static String streamId(String code) {
        return "policy:" + code;
    }

    /** A version; empty when there is none of this number. */
    public Optional<Policy> version(int version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** The version that new decisions are made under; empty before one is active. */
    public Optional<Policy> active() {
        return version(activeVersion);
    }

    /** The number of the version that is made next. */
    public int nextVersion() {
        return versions.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when a version is made twice, or activated without being there: the history is broken
     */
    public static PolicyState evolve(@Nullable PolicyState state, PolicyEvent event) {
        PolicyState before = state == null ? NONE : state;
        return switch (event) {
            case PolicyDefined defined ->
                before.with(defined.policy(), null).activated(defined.policy().ref());
            case PolicyCreated created -> before.with(created.policy(), created.audit());
            case PolicyActivated activated -> before.activated(activated.policy());
        };
    }

    private PolicyState with(Policy policy, @Nullable AuditNote author) {
        Map<Integer, Policy> more = new HashMap<>(versions);
        if (more.put(policy.version(), policy) != null) {
            throw new IllegalStateException("Made twice: " + policy.ref());
        }
        Map<Integer, AuditNote> all = new HashMap<>(authors);
        if (author != null) {
            all.put(policy.version(), author);
        }
        return new PolicyState(more, all, activeVersion);
    }

    private PolicyState activated(PolicyRef policy) {
        if (!versions.containsKey(policy.version())) {
            throw new IllegalStateException("Activated, but not there: " + policy);
        }
        return new PolicyState(versions, authors, policy.version());
    }
}
