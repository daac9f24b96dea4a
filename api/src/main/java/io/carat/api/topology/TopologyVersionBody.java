package io.carat.api.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.topology.TopologyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One version of a topology, and how it came to be.
 *
 * @param author the name of the token it was made with; left out for those of the first start
 * @param reason the author's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TopologyVersionBody(
        String code,
        int version,
        boolean active,
        @Nullable String author,
        @Nullable String reason,
        TopologyBody topology) {

    static TopologyVersionBody of(TopologyAnswer.Version version) {
        var audit = version.audit();
        return new TopologyVersionBody(
                version.topology().code(),
                version.topology().version(),
                version.active(),
                audit == null ? null : audit.actor(),
                audit == null ? null : audit.reason(),
                TopologyBody.of(version.topology()));
    }
}
