package io.carat.api.topology;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.LedgerCommands;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.configuration.ActivationAnswer;
import io.carat.core.decision.Answer;
import io.carat.core.decision.Outcome;
import io.carat.core.topology.TopologyAnswer;
import io.carat.core.topology.TopologyCommand.CheckTopology;
import io.carat.core.topology.TopologyCommand.CreateTopologyVersion;
import io.carat.core.topology.TopologyCommand.ReadTopologyVersions;
import io.carat.core.topology.TopologyRef;
import io.carat.projection.topology.TopologyCodes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Topologies and their versions: made, checked, put in force; never edited (rule book §1, §9). */
@RestController
@Tag(name = "Topology")
class TopologyAdminController {

    private final LedgerCommands commands;
    private final TopologyActivations activations;
    private final TopologyCodes codes;

    TopologyAdminController(LedgerCommands commands, TopologyActivations activations, TopologyCodes codes) {
        this.commands = commands;
        this.activations = activations;
        this.codes = codes;
    }

    /** Every topology with its versions' numbers. */
    record Topologies(List<TopologyCodes.Listed> topologies) {}

    /** Every version of one topology, oldest first. */
    record Versions(String code, List<TopologyVersionBody> versions) {}

    /** A new version and why. */
    record NewVersion(String reason, TopologyBody topology) {}

    /** A content to check. */
    record Candidate(TopologyBody topology) {}

    /** Why a version is put in force. */
    record Activation(@Nullable String reason) {}

    @GetMapping("/admin/v1/topologies")
    @Operation(summary = "Every topology with the numbers of its versions")
    Topologies topologies() {
        return new Topologies(codes.list());
    }

    @GetMapping("/admin/v1/topologies/{code}")
    @Operation(summary = "Every version of a topology, oldest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Versions.class)))
    ResponseEntity<Object> versions(@PathVariable String code) {
        Field.code("code", code);
        return told(
                commands.send(new ReadTopologyVersions(code)).outcome(),
                HttpStatus.OK,
                answer -> new Versions(
                        code,
                        ((TopologyAnswer) answer)
                                .versions().stream()
                                        .map(TopologyVersionBody::of)
                                        .toList()));
    }

    @PostMapping("/admin/v1/topologies/{code}/validate")
    @Operation(summary = "Say every fault of a topology (422 TOPOLOGY_INVALID), or that it has none; nothing is made")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TopologyBody.class)))
    ResponseEntity<Object> validate(@PathVariable String code, @RequestBody Candidate body) {
        return told(
                commands.send(new CheckTopology(sent(body.topology()).content(code)))
                        .outcome(),
                HttpStatus.OK,
                answer -> TopologyBody.of(
                        ((TopologyAnswer) answer).versions().getFirst().topology()));
    }

    @PostMapping("/admin/v1/topologies/{code}/versions")
    @Operation(summary = "Make a version; it is not in force. The same content again names the version that has it")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TopologyVersionBody.class)))
    ResponseEntity<Object> create(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, @RequestBody NewVersion body) {
        Reach.requireEveryBrand(caller);
        return told(
                commands.send(new CreateTopologyVersion(
                                sent(body.topology()).content(code), AuditNotes.of(caller, body.reason())))
                        .outcome(),
                HttpStatus.CREATED,
                answer -> TopologyVersionBody.of(
                        ((TopologyAnswer) answer).versions().getFirst()));
    }

    @PostMapping("/admin/v1/topologies/{code}/versions/{version}/activate")
    @Operation(summary = "Decide new business under this version, if nothing would be left behind")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActivationBody.class)))
    ResponseEntity<Object> activate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Activation body) {
        Reach.requireEveryBrand(caller);
        TopologyRef ref = new TopologyRef(Field.code("code", code), version);
        Outcome outcome =
                dryRun ? activations.check(ref) : activations.activate(ref, AuditNotes.of(caller, body.reason()));
        return told(outcome, HttpStatus.OK, answer -> ActivationBody.of((ActivationAnswer) answer, dryRun));
    }

    private static TopologyBody sent(@Nullable TopologyBody body) {
        if (body == null) {
            throw new InvalidRequestException("topology", "is missing");
        }
        return body;
    }

    private static ResponseEntity<Object> told(Outcome outcome, HttpStatus status, Function<Answer, Object> shape) {
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.status(status).body(shape.apply(done.answer()));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }
}
