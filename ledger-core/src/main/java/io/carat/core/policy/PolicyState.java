package io.carat.core.policy;

import io.carat.core.policy.PolicyEvent.PolicyDefined;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All versions of one policy, and which of them is active. */
public record PolicyState(Map<Integer, Policy> versions, int activeVersion) {

    public PolicyState {
        versions = Map.copyOf(versions);
    }

    /** The stream of a policy. */
    public static String streamId(String code) {
        return "policy:" + code;
    }

    /** A version; empty when there is none of this number. */
    public Optional<Policy> version(int version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** The version that new decisions are made under. */
    public Policy active() {
        return version(activeVersion).orElseThrow();
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when a version is defined twice: the history is broken
     */
    public static PolicyState evolve(@Nullable PolicyState state, PolicyEvent event) {
        Map<Integer, Policy> more = state == null ? new HashMap<>() : new HashMap<>(state.versions);
        return switch (event) {
            case PolicyDefined defined -> {
                if (more.put(defined.policy().version(), defined.policy()) != null) {
                    throw new IllegalStateException(
                            "Defined twice: " + defined.policy().ref());
                }
                yield new PolicyState(more, defined.policy().version());
            }
        };
    }
}
