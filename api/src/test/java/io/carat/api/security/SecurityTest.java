package io.carat.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.api.CaratApplication;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens and the table of routes, over HTTP. A route let a role through when it answers neither 401 nor 403. */
@SpringBootTest(classes = CaratApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SecurityTest {

    @TempDir
    static Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private CallerLookup callers;

    @Autowired
    private FirstCredentials firstCredentials;

    @DynamicPropertySource
    static void ownDataDirectory(DynamicPropertyRegistry properties) {
        properties.add("carat.data", () -> data);
    }

    @Test
    void writesOneTokenPerRoleForTheOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(credentialsFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        JsonNode credentials = credentials();
        assertThat(credentials.propertyNames())
                .containsExactlyInAnyOrder("admin", "operator", "provider", "finance", "ops", "providerSecrets");
        assertThat(credentials.get("providerSecrets").propertyNames()).containsExactlyInAnyOrder("generic", "hub88");
        for (Role role : Role.values()) {
            assertThat(callers.find(new TokenText(token(role))).orElseThrow().role())
                    .isEqualTo(role);
        }
    }

    @Test
    void bindsTheFirstTokens() throws IOException {
        assertThat(callers.find(new TokenText(token(Role.ADMIN))).orElseThrow().brandId())
                .isNull();
        assertThat(callers.find(new TokenText(token(Role.OPERATOR)))
                        .orElseThrow()
                        .brandId())
                .isEqualTo("acme");
        assertThat(callers.find(new TokenText(token(Role.PROVIDER)))
                        .orElseThrow()
                        .providerIds())
                .containsExactlyInAnyOrder("generic", "hub88");
    }

    @Test
    void keepsThePublicHalfOfTheProvidersKey() throws Exception {
        byte[] der = pem(credentials().get("providerSecrets").get("hub88").asString());
        RSAPrivateCrtKey signing =
                (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        String kept = jdbc.sql("SELECT secret FROM provider_secret WHERE provider_id = 'hub88'")
                .query(String.class)
                .single();
        assertThat(kept).startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(new BigInteger(1, pem(kept)).toString(16))
                .contains(signing.getModulus().toString(16));
    }

    @Test
    void makesNoFurtherTokensOnTheNextStart() throws IOException {
        String before = Files.readString(credentialsFile());
        firstCredentials.afterPropertiesSet();
        assertThat(credentialsFile()).hasContent(before);
    }

    @Test
    void storesNoTokenInClear() throws IOException {
        assertThat(tokens.find(new TokenText(token(Role.OPS)).hash())).isPresent();
        Integer plain = jdbc.sql("SELECT count(*) FROM api_token WHERE position('carat'::bytea IN token_hash) > 0")
                .query(Integer.class)
                .single();
        assertThat(plain).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer carat_short",
                "Basic Y2FyYXQ6Y2FyYXQ=",
                "Bearer carat_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer carat_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' OR 1=1"
            })
    void refusesMissingMalformedAndUnknownTokens(String authorization) throws Exception {
        HttpResponse<String> answer = send("GET", "/v2/topology", authorization);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertProblem(answer, 401, "UNAUTHORIZED");
    }

    @Test
    void refusesARevokedToken() throws Exception {
        TokenText token = TokenText.random(new SecureRandom());
        tokens.add(token.hash(), new Caller("leaver", Role.OPERATOR, "acme", Set.of()));
        jdbc.sql("UPDATE api_token SET revoked_at = now() WHERE name = 'leaver'")
                .update();
        assertThat(send("GET", "/v2/topology", "Bearer " + token.value()).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v2/topology,                ADMIN OPERATOR PROVIDER FINANCE OPS",
        "GET,  /v2/policies,                ADMIN OPERATOR PROVIDER FINANCE OPS",
        "GET,  /v2/bets/b-1,                ADMIN OPERATOR PROVIDER FINANCE OPS",
        "POST, /v2/bets/dry-run,            ADMIN OPERATOR PROVIDER",
        "POST, /v2/transfers,               ADMIN OPERATOR",
        "POST, /v2/transfers/sports-to-casino, ADMIN OPERATOR",
        "GET,  /v2/transfers/t-1,           ADMIN OPERATOR FINANCE OPS",
        "POST, /v2/wins,                    ADMIN OPERATOR PROVIDER",
        "POST, /v2/coupons/campaigns,       ADMIN OPERATOR",
        "GET,  /v2/bonuses/b-1,             ADMIN OPERATOR FINANCE OPS",
        "POST, /v2/bonuses/b-1/cancel,      ADMIN OPERATOR",
        "GET,  /v2/coupons/campaigns/c-1,   ADMIN OPERATOR FINANCE OPS",
        "POST, /v2/coupons/grants,          ADMIN OPERATOR",
        "GET,  /v2/coupons/grants/g-1,      ADMIN OPERATOR FINANCE OPS",
        "POST, /v2/coupons/grants/g-1/revoke, ADMIN OPERATOR",
        "POST, /v2/points/credits,          ADMIN OPERATOR",
        "POST, /v2/points/transfers,        ADMIN OPERATOR",
        "GET,  /v2/points/acme/p-1,         ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/loyalty/points/restores, ADMIN FINANCE",
        "POST, /admin/v1/loyalty/points/expiries, ADMIN FINANCE OPS",
        "GET,  /admin/v1/reviews,           ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/reviews/r-1/close, ADMIN FINANCE",
        "GET,  /admin/v1/topologies,        ADMIN OPERATOR FINANCE OPS",
        "GET,  /admin/v1/topologies/A,      ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/topologies/A/validate, ADMIN",
        "POST, /admin/v1/topologies/A/versions, ADMIN",
        "POST, /admin/v1/topologies/A/versions/1/activate, ADMIN",
        "GET,  /admin/v1/policies,          ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/policies/A/versions, ADMIN",
        "POST, /admin/v1/policies/A/versions/1/activate, ADMIN",
        "POST, /admin/v1/policies/A/simulate, ADMIN FINANCE",
        "GET,  /v2/wallets/acme/p1,         ADMIN OPERATOR FINANCE OPS",
        "GET,  /v2/wallets/acme/p1/ledger,  ADMIN OPERATOR FINANCE OPS",
        "POST, /v2/bets/authorize,          ADMIN OPERATOR PROVIDER",
        "POST, /v2/bets/b1/settle,          ADMIN OPERATOR PROVIDER",
        "POST, /v2/deposits,                ADMIN OPERATOR",
        "POST, /v2/bonuses,                 ADMIN OPERATOR",
        "POST, /v2/withdrawals,             ADMIN OPERATOR",
        "POST, /v2/withdrawals/w1/approve,  ADMIN OPERATOR",
        "GET,  /v2/withdrawals/w1,          ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/payments/statements,          ADMIN FINANCE",
        "GET,  /admin/v1/payments/statements/acme/s1,  ADMIN FINANCE",
        "POST, /v2/game-sessions,           ADMIN OPERATOR",
        "GET,  /admin/v1/providers,         ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/providers,         ADMIN",
        "GET,  /admin/v1/providers/p/profiles,            ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/providers/p/profiles,            ADMIN",
        "POST, /admin/v1/providers/p/profiles/1/activate, ADMIN",
        "PUT,  /admin/v1/providers/p/secret, ADMIN",
        "GET,  /admin/v1/games,             ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/games,             ADMIN",
        "GET,  /admin/v1/brands,            ADMIN FINANCE OPS",
        "POST, /admin/v1/brands,            ADMIN",
        "GET,  /actuator/prometheus,        ADMIN OPS",
        "GET,  /metrics,                    ADMIN OPS",
        "GET,  /admin/v1/audit,             ADMIN FINANCE OPS",
        "GET,  /admin/v1/players,           ADMIN",
        "GET,  /admin/v1/players/acme/p1,              ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/players/acme/p1/freeze,       ADMIN OPERATOR OPS",
        "POST, /admin/v1/players/acme/p1/unfreeze,     ADMIN OPS",
        "POST, /admin/v1/players/acme/p1/exclude,      ADMIN OPERATOR OPS",
        "POST, /admin/v1/players/acme/p1/limits,       ADMIN OPERATOR OPS",
        "GET,  /admin/v1/brands/acme,                  ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/brands/acme/suspend,          ADMIN OPS",
        "POST, /admin/v1/brands/acme/resume,           ADMIN OPS",
        "POST, /admin/v1/brands/acme/limits,           ADMIN OPS",
        "POST, /admin/v1/brands,            ADMIN",
        "GET,  /admin/v1/holds,             ADMIN OPERATOR FINANCE OPS",
        "POST, /admin/v1/tokens,            ADMIN",
        "GET,  /admin/v1/tokens,            ADMIN",
        "POST, /admin/v1/tokens/t1/revoke,  ADMIN",
        "GET,  /no/such/route,              ADMIN",
        "POST, /v2/../admin/v1/players,     ''"
    })
    void letsThroughTheRolesOfTheTableAlone(String method, String path, String roles) throws Exception {
        Set<Role> expected = EnumSet.noneOf(Role.class);
        List.of(roles.split(" ")).stream()
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .forEach(expected::add);
        for (Role role : Role.values()) {
            HttpResponse<String> answer = send(method, path, "Bearer " + token(role));
            if (expected.contains(role)) {
                assertThat(answer.statusCode())
                        .as("%s %s as %s", method, path, role)
                        .isNotIn(401, 403);
            } else if (answer.statusCode() != 400) {
                assertThat(answer.statusCode())
                        .as("%s %s as %s", method, path, role)
                        .isEqualTo(403);
                assertProblem(answer, 403, "FORBIDDEN");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/swagger-ui/index.html"
            })
    void needsNoTokenForHealthAndDocs(String path) throws Exception {
        assertThat(send("GET", path, "").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsItsHealthInOneWord() throws Exception {
        assertThat(send("GET", "/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void hasTheScrapeUnderBothNames() throws Exception {
        for (String path : List.of("/actuator/prometheus", "/metrics")) {
            HttpResponse<String> answer = send("GET", path, "Bearer " + token(Role.OPS));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("jvm_memory_used_bytes");
        }
    }

    private HttpResponse<String> send(String method, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
    }

    private String token(Role role) throws IOException {
        return credentials().get(role.name().toLowerCase(Locale.ROOT)).asString();
    }

    private JsonNode credentials() throws IOException {
        return json.readTree(Files.readString(credentialsFile()));
    }

    private static Path credentialsFile() {
        return data.resolve("credentials.json");
    }

    private static byte[] pem(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }
}
