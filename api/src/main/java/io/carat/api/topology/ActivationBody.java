package io.carat.api.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.configuration.ActivationAnswer;
import io.carat.core.configuration.ActivationGate;
import io.carat.core.topology.TopologyRef;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an activation came to, or would come to. */
record ActivationBody(
        @Schema(description = "nothing was activated, whatever the gates say")
        boolean dryRun,

        @Schema(description = "whether every gate is met") boolean passes,
        TopologyRef topology,

        @Schema(description = "the one in force when it was asked")
        TopologyRef outgoing,

        List<Gate> gates) {

    /** One condition. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gate(
            ActivationGate.Name gate,
            boolean met,

            @Schema(description = "the code that refuses an activation; left out where it is met") @Nullable
            String code,

            List<String> faults) {

        private static Gate of(ActivationGate gate) {
            return new Gate(
                    gate.name(), gate.open(), gate.open() ? null : gate.code().name(), gate.faults());
        }
    }

    static ActivationBody of(ActivationAnswer answer, boolean dryRun) {
        return new ActivationBody(
                dryRun,
                answer.open(),
                answer.topology(),
                answer.outgoing(),
                answer.gates().stream().map(Gate::of).toList());
    }
}
