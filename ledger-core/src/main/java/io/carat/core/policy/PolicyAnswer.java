package io.carat.core.policy;

import io.carat.core.decision.Answer;
import io.carat.core.decision.AuditNote;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy's versions.
 *
 * @param versions those that were asked for, oldest first
 */
public record PolicyAnswer(String code, List<Version> versions) implements Answer {

    public PolicyAnswer {
        versions = List.copyOf(versions);
    }

    /**
     * One version.
     *
     * @param active whether new business is decided under it
     * @param audit who made it and why; null for those of the first start
     */
    public record Version(
            Policy policy, boolean active, @Nullable AuditNote audit) {}

    static PolicyAnswer of(String code, PolicyState state, int... versions) {
        return new PolicyAnswer(
                code,
                Arrays.stream(versions).mapToObj(version -> of(state, version)).toList());
    }

    private static Version of(PolicyState state, int version) {
        return new Version(
                state.version(version).orElseThrow(),
                version == state.activeVersion(),
                state.authors().get(version));
    }
}
