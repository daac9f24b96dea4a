package io.carat.api.topology;

import io.carat.api.http.LedgerCommands;
import io.carat.api.http.Problems;
import io.carat.api.policy.PolicyBody;
import io.carat.core.configuration.ActiveTopologyAnswer;
import io.carat.core.configuration.ReadActiveTopology;
import io.carat.core.decision.Outcome;
import io.carat.core.topology.Topology;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The active topology and the active versions of its policies. */
@RestController
@Tag(name = "Topology")
class TopologyController {

    private final LedgerCommands commands;

    TopologyController(LedgerCommands commands) {
        this.commands = commands;
    }

    /** The active versions of the policies that the active topology uses. */
    record ActivePolicies(List<PolicyBody> policies) {}

    @GetMapping("/v2/topology")
    @Operation(summary = "The active topology: its buckets and which products they serve")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Topology.class)))
    ResponseEntity<Object> topology() {
        return read(ActiveTopologyAnswer::topology);
    }

    @GetMapping("/v2/policies")
    @Operation(summary = "The active policy versions")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActivePolicies.class)))
    ResponseEntity<Object> policies() {
        return read(active -> new ActivePolicies(
                active.policies().stream().map(PolicyBody::of).toList()));
    }

    private ResponseEntity<Object> read(Function<ActiveTopologyAnswer, Object> part) {
        return switch (commands.send(new ReadActiveTopology()).outcome()) {
            case Outcome.Done done -> ResponseEntity.ok(part.apply((ActiveTopologyAnswer) done.answer()));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }
}
