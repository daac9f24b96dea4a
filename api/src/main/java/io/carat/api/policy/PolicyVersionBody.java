package io.carat.api.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.policy.PolicyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy, and how it came to be.
 *
 * @param author the name of the token it was made with; left out for those of the first start
 * @param reason the author's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyVersionBody(
        String code,
        int version,
        boolean active,
        @Nullable String author,
        @Nullable String reason,
        PolicyBody policy) {

    static PolicyVersionBody of(PolicyAnswer.Version version) {
        var audit = version.audit();
        return new PolicyVersionBody(
                version.policy().code(),
                version.policy().version(),
                version.active(),
                audit == null ? null : audit.actor(),
                audit == null ? null : audit.reason(),
                PolicyBody.of(version.policy()));
    }
}
