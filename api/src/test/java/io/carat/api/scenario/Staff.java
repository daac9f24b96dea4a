package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An administrator of every brand: what is asked of topologies, policies and games over HTTP. */
record Staff(Wire wire) {

    /** What any test gives as its reason. */
    static final String WHY = "a scenario";

    static Staff of(RunningServer server) {
        return new Staff(Wire.as(server, "admin"));
    }

    Answer validate(String code, String topology) {
        return wire.post("/admin/v1/topologies/" + code + "/validate", "{\"topology\": " + topology + "}");
    }

    Answer topology(String code, String topology) {
        return wire.post(
                "/admin/v1/topologies/" + code + "/versions",
                "{\"reason\": \"" + WHY + "\", \"topology\": " + topology + "}");
    }

    Answer activateTopology(String code, int version) {
        return wire.post(
                "/admin/v1/topologies/" + code + "/versions/" + version + "/activate", "{\"reason\": \"" + WHY + "\"}");
    }

    Answer dryRun(String code, int version) {
        return wire.post("/admin/v1/topologies/" + code + "/versions/" + version + "/activate?dryRun=true", "{}");
    }

    /** Makes these the rules of a policy; returns their version. */
    int policy(String code, ObjectNode rules) {
        ObjectNode body = rules.objectNode();
        body.put("reason", WHY);
        body.set("policy", rules.put("code", code));
        Answer made = wire.post("/admin/v1/policies/" + code + "/versions", body.toString());
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        int version = made.body().get("version").asInt();
        activatePolicy(code, version).ok();
        return version;
    }

    Answer activatePolicy(String code, int version) {
        return wire.post(
                "/admin/v1/policies/" + code + "/versions/" + version + "/activate", "{\"reason\": \"" + WHY + "\"}");
    }

    /** The rules of a version of a policy, to be changed. */
    ObjectNode rules(String code, int version) {
        return (ObjectNode) wire.get("/admin/v1/policies/" + code + "/versions/" + version)
                .ok()
                .body()
                .get("policy");
    }

    /** The active rules of a policy, to be changed. */
    ObjectNode activeRules(String code) {
        for (JsonNode policy : wire.get("/v2/policies").ok().body().get("policies")) {
            if (policy.get("code").asString().equals(code)) {
                return (ObjectNode) policy;
            }
        }
        throw new AssertionError("no active policy " + code);
    }

    /** Says how a further product counts, in all three rollings: bets on it count in full. */
    static ObjectNode counting(ObjectNode rules, String product) {
        for (String rolling : new String[] {"depositRolling", "bonusRolling", "toNormalRolling"}) {
            ((ObjectNode) rules.get(rolling).get("contributions"))
                    .set(product, JsonMapper.shared().createObjectNode().put("rateBps", 10_000));
        }
        return rules;
    }

    Answer game(String providerId, String gameId, String product) {
        return wire.post(
                "/admin/v1/games",
                "{\"providerId\": \"%s\", \"gameId\": \"%s\", \"product\": \"%s\", \"reason\": \"%s\"}"
                        .formatted(providerId, gameId, product, WHY));
    }
}
