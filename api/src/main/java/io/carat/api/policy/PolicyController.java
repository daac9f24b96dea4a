package io.carat.api.policy;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.LedgerCommands;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.PolicyAnswer;
import io.carat.core.policy.PolicyCommand.ActivatePolicyVersion;
import io.carat.core.policy.PolicyCommand.CreatePolicyVersion;
import io.carat.core.policy.PolicyCommand.ReadPolicyVersions;
import io.carat.core.policy.PolicyRef;
import io.carat.projection.topology.PolicyCodes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies and their versions: made, compared, activated; never edited (rule book §2, §9). */
@RestController
@Tag(name = "Policies")
class PolicyController {

    private final LedgerCommands commands;
    private final PolicyCodes codes;
    private final JsonMapper json;

    PolicyController(LedgerCommands commands, PolicyCodes codes, JsonMapper json) {
        this.commands = commands;
        this.codes = codes;
        this.json = json;
    }

    /** Every policy with its versions' numbers. */
    record Policies(List<PolicyCodes.Listed> policies) {}

    /** Every version of one policy, oldest first. */
    record Versions(String code, List<PolicyVersionBody> versions) {}

    /** The differences of two versions. */
    record Differences(String code, int from, int to, List<PolicyDifference> differences) {}

    /** A new version and why. */
    record NewVersion(String reason, PolicyBody policy) {}

    /** Why a version is activated. */
    record Activation(String reason) {}

    @GetMapping("/admin/v1/policies")
    @Operation(summary = "Every policy with the numbers of its versions")
    Policies policies() {
        return new Policies(codes.list());
    }

    @GetMapping("/admin/v1/policies/{code}/versions")
    @Operation(summary = "Every version of a policy, oldest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Versions.class)))
    ResponseEntity<Object> versions(@PathVariable String code) {
        return read(
                code,
                versions -> ResponseEntity.ok(new Versions(
                        code, versions.stream().map(PolicyVersionBody::of).toList())));
    }

    @GetMapping("/admin/v1/policies/{code}/versions/{version}")
    @Operation(summary = "One version of a policy")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyVersionBody.class)))
    ResponseEntity<Object> version(@PathVariable String code, @PathVariable int version) {
        return read(
                code,
                versions -> find(versions, version)
                        .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(PolicyVersionBody.of(found)))
                        .orElseGet(() -> missing(code, version)));
    }

    @GetMapping("/admin/v1/policies/{code}/diff")
    @Operation(summary = "What one version of a policy says otherwise than another")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Differences.class)))
    ResponseEntity<Object> diff(@PathVariable String code, @RequestParam int from, @RequestParam int to) {
        return read(code, versions -> {
            Optional<PolicyAnswer.Version> before = find(versions, from);
            Optional<PolicyAnswer.Version> after = find(versions, to);
            if (before.isEmpty() || after.isEmpty()) {
                return missing(code, before.isEmpty() ? from : to);
            }
            return ResponseEntity.ok(
                    new Differences(code, from, to, PolicyDifference.between(tree(before.get()), tree(after.get()))));
        });
    }

    @PostMapping("/admin/v1/policies/{code}/versions")
    @Operation(summary = "Make a version; it is not active. The same rules again name the version that has them")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PolicyVersionBody.class)))
    ResponseEntity<Object> create(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, @RequestBody NewVersion body) {
        Reach.requireEveryBrand(caller);
        Parts.require("policy", body.policy());
        return told(
                new CreatePolicyVersion(body.policy().rules(code), AuditNotes.of(caller, body.reason())),
                HttpStatus.CREATED);
    }

    @PostMapping("/admin/v1/policies/{code}/versions/{version}/activate")
    @Operation(summary = "Decide new business under this version; what was decided before keeps its own")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyVersionBody.class)))
    ResponseEntity<Object> activate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String code,
            @PathVariable int version,
            @RequestBody Activation body) {
        Reach.requireEveryBrand(caller);
        Field.code("code", code);
        return told(
                new ActivatePolicyVersion(new PolicyRef(code, version), AuditNotes.of(caller, body.reason())),
                HttpStatus.OK);
    }

    private ResponseEntity<Object> told(Object command, HttpStatus status) {
        return switch (commands.send(command).outcome()) {
            case Outcome.Done done ->
                ResponseEntity.status(status)
                        .body(PolicyVersionBody.of(
                                ((PolicyAnswer) done.answer()).versions().getFirst()));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }

    private ResponseEntity<Object> read(
            String code, Function<List<PolicyAnswer.Version>, ResponseEntity<Object>> answer) {
        if (!code.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new InvalidRequestException("code", "must be a code such as SPORTS");
        }
        return switch (commands.send(new ReadPolicyVersions(code)).outcome()) {
            case Outcome.Done done -> answer.apply(((PolicyAnswer) done.answer()).versions());
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }

    private static Optional<PolicyAnswer.Version> find(List<PolicyAnswer.Version> versions, int version) {
        return versions.stream()
                .filter(one -> one.policy().version() == version)
                .findFirst();
    }

    private static ResponseEntity<Object> missing(String code, int version) {
        return Problems.response(Rejection.of(
                RejectionCode.POLICY_NOT_FOUND, "There is no policy " + code + " version " + version + "."));
    }

    private JsonNode tree(PolicyAnswer.Version version) {
        return json.valueToTree(PolicyBody.of(version.policy()));
    }
}
