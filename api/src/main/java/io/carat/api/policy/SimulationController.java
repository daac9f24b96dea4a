package io.carat.api.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.carat.api.http.LedgerCommands;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyAnswer;
import io.carat.core.policy.PolicyCommand.CheckPolicy;
import io.carat.core.policy.PolicyCommand.ReadPolicyVersions;
import io.carat.core.simulation.PolicySimulation;
import io.carat.core.simulation.SimulationReport;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyRef;
import io.carat.projection.simulation.DecisionLog;
import io.carat.projection.topology.TopologyDefinitions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What other rules would have made of past bets. One simulation runs at a time: it reads the log at full speed. */
@RestController
@Tag(name = "Policies")
class SimulationController {

    private static final String RETRY_SECONDS = "10";

    private final LedgerCommands commands;
    private final DecisionLog log;
    private final TopologyDefinitions topologies;
    private final Semaphore free = new Semaphore(1);

    SimulationController(LedgerCommands commands, DecisionLog log, TopologyDefinitions topologies) {
        this.commands = commands;
        this.log = log;
        this.topologies = topologies;
    }

    /**
     * What differs.
     *
     * @param version the version that was asked; left out when it was rules of the request
     * @param complete whether every bet of the period was judged; else the limit was reached
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Simulation(
            String code,
            @Nullable Integer version,
            Instant from,
            Instant to,
            boolean complete,
            @JsonUnwrapped SimulationReport report) {}

    @PostMapping("/admin/v1/policies/{code}/simulate")
    @Operation(summary = "How funding and refusals of past bets would have differed; nothing is ever moved")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Simulation.class)))
    ResponseEntity<Object> simulate(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, @RequestBody SimulationRequest body) {
        if (body.brandId() != null) {
            Reach.requireBrand(caller, body.brandId());
        }
        if (!free.tryAcquire()) {
            return busy();
        }
        try {
            return switch (candidate(code, body)) {
                case Outcome.Refused refused -> Problems.response(refused.rejection());
                case Outcome.Done done ->
                    version((PolicyAnswer) done.answer(), body)
                            .<ResponseEntity<Object>>map(policy -> ResponseEntity.ok(run(caller, policy, body)))
                            .orElseGet(() -> Problems.response(Rejection.of(
                                    RejectionCode.POLICY_NOT_FOUND,
                                    "There is no policy " + code + " version " + body.version() + ".")));
            };
        } finally {
            free.release();
        }
    }

    private Outcome candidate(String code, SimulationRequest body) {
        PolicyBody rules = body.policy();
        Object question = rules == null ? new ReadPolicyVersions(code) : new CheckPolicy(rules.rules(code));
        return commands.send(question).outcome();
    }

    private static Optional<Policy> version(PolicyAnswer answer, SimulationRequest body) {
        return answer.versions().stream()
                .map(PolicyAnswer.Version::policy)
                .filter(policy -> body.version() == null || policy.version() == body.version())
                .findFirst();
    }

    private Simulation run(Caller caller, Policy candidate, SimulationRequest body) {
        Map<TopologyRef, Optional<Topology>> known = new HashMap<>();
        PolicySimulation simulation =
                new PolicySimulation(candidate, ref -> known.computeIfAbsent(ref, missing -> topologies.find(ref)));
        boolean complete = log.read(body.from(), body.to(), past -> {
            boolean wanted = body.brandId() == null
                    ? caller.mayActFor(past.brandId())
                    : body.brandId().equals(past.brandId());
            if (wanted) {
                simulation.take(past);
            }
            return simulation.decisions() < body.most();
        });
        return new Simulation(candidate.code(), body.version(), body.from(), body.to(), complete, simulation.report());
    }

    private static ResponseEntity<Object> busy() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "OVERLOADED",
                        "Another simulation runs; one runs at a time. Ask again when it is done."));
    }
}
