package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** API tokens are made, listed and revoked over HTTP. */
class TokensTest {

    private final RunningServer server = RunningServer.split();
    private final Wire admin = Wire.as(server, "admin");
    private final String name = "till-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aTokenIsToldOnceWorksAndIsRevokedAtOnce() {
        JsonNode issued = issue("OPERATOR", "acme", "").body();
        String secret = issued.get("token").asString();
        Wire till = new Wire(server, secret);
        till.get("/v2/topology").ok();

        String list = admin.get("/admin/v1/tokens").ok().body().toString();
        assertThat(list).contains(issued.get("tokenId").asString(), name).doesNotContain(secret.substring(6));
        assertThat(list).doesNotContain("hash", "carat_");

        Answer revoked = revoke(issued).ok();
        assertThat(revoked.body().get("revokedAt").asString()).isNotBlank();
        till.get("/v2/topology").refused(401, "UNAUTHORIZED");
        assertThat(revoke(issued).ok().body()).as("repeated").isEqualTo(revoked.body());
    }

    @Test
    void theAuditLogKnowsWhoMadeAndRevokedItAndNoSecret() {
        JsonNode issued =
                issue("PROVIDER", "acme", ", \"providerIds\": [\"generic\"]").body();
        revoke(issued).ok();
        revoke(issued).ok();
        String path = "/admin/v1/audit?subject=token:" + issued.get("tokenId").asString();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                admin.get(path).ok().body().get("entries").valueStream())
                        .extracting(entry -> entry.get("action").asString() + " by "
                                + entry.get("actor").asString())
                        .containsExactly("token.revoked.v1 by first-admin", "token.issued.v1 by first-admin"));
        assertThat(admin.get(path).body().toString())
                .doesNotContain(issued.get("token").asString());
        assertThat(Wire.as(server, "ops").get(path).ok().body().get("entries"))
                .as("not of a brand")
                .isEmpty();
    }

    @Test
    void aNameIsOnesOwnWhileItsTokenIsTaken() {
        JsonNode issued = issue("OPS", "acme", "").body();
        post("OPS", "acme", "").refused(409, "TOKEN_NAME_TAKEN");
        revoke(issued).ok();
        issue("OPS", "acme", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"x\", \"role\": \"ROOT\", \"brandId\": \"acme\"}",
                "{\"name\": \"x\", \"role\": \"OPS\"}",
                "{\"name\": \"x y\", \"role\": \"OPS\", \"brandId\": \"acme\"}",
                "{\"name\": \"x\", \"role\": \"PROVIDER\", \"brandId\": \"acme\"}",
                "{\"name\": \"x\", \"role\": \"PROVIDER\", \"providerIds\": [\"generic\"]}",
                "{\"name\": \"x\", \"role\": \"OPS\", \"brandId\": \"acme\", \"providerIds\": [\"generic\"]}"
            })
    void refusesATokenThatCouldNotBe(String body) {
        admin.post("/admin/v1/tokens", body).refused(400, "INVALID_REQUEST");
    }

    @Test
    void refusesABrandThatIsNotThereAndATokenThatIsNotThere() {
        post("OPS", "nowhere", "").refused(404, "BRAND_NOT_FOUND");
        admin.post("/admin/v1/tokens/none/revoke", "{}").refused(404, "TOKEN_NOT_FOUND");
    }

    @Test
    void anAdminOfABrandAdministersThatBrandAlone() {
        Wire ofBrand =
                new Wire(server, issue("ADMIN", "acme", "").body().get("token").asString());
        ofBrand.post("/admin/v1/tokens", "{\"name\": \"%s-2\", \"role\": \"ADMIN\"}".formatted(name))
                .refused(403, "FORBIDDEN");
        ofBrand.post(
                        "/admin/v1/tokens",
                        "{\"name\": \"%s-2\", \"role\": \"OPS\", \"brandId\": \"other\"}".formatted(name))
                .refused(403, "FORBIDDEN");
        String all = idOf("first-admin");
        ofBrand.post("/admin/v1/tokens/" + all + "/revoke", "{}").refused(404, "TOKEN_NOT_FOUND");
        assertThat(ofBrand.get("/admin/v1/tokens").ok().body().toString()).doesNotContain("first-admin");
    }

    @Test
    void theLastAdminIsNotLockedOut() {
        admin.post("/admin/v1/tokens/" + idOf("first-admin") + "/revoke", "{}").refused(409, "LAST_ADMIN_TOKEN");
        admin.get("/admin/v1/tokens").ok();
    }

    private String idOf(String tokenName) {
        return admin.get("/admin/v1/tokens")
                .ok()
                .body()
                .get("tokens")
                .valueStream()
                .filter(token -> token.get("name").asString().equals(tokenName))
                .findFirst()
                .orElseThrow()
                .get("tokenId")
                .asString();
    }

    private Answer revoke(JsonNode issued) {
        return admin.post("/admin/v1/tokens/" + issued.get("tokenId").asString() + "/revoke", "{\"reason\": \"left\"}");
    }

    private Answer issue(String role, String brandId, String more) {
        Answer answer = post(role, brandId, more);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer;
    }

    private Answer post(String role, String brandId, String more) {
        return admin.post(
                "/admin/v1/tokens",
                "{\"name\": \"%s\", \"role\": \"%s\", \"brandId\": \"%s\"%s}".formatted(name, role, brandId, more));
    }
}
