package io.carat.api.security;

import static io.carat.api.security.Role.ADMIN;
import static io.carat.api.security.Role.FINANCE;
import static io.carat.api.security.Role.OPERATOR;
import static io.carat.api.security.Role.OPS;
import static io.carat.api.security.Role.PROVIDER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Which role may call which route. The first row that matches decides; a route that is in no row is for ADMIN alone, so a
 * forgotten one is closed rather than open. Brand and provider are checked where they are read, with {@link Caller}.
 */
final class RouteRules {

    static final List<String> OPEN = List.of(
            "/health",
            "/ops",
            "/payments/*/callbacks",
            "/providers/**",
            "/actuator/health/**",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml",
            "/swagger-ui/**",
            "/swagger-ui",
            "/swagger-ui.html");

    static final List<Rule> RULES = List.of(
            rule(GET, "/actuator/prometheus", OPS, ADMIN),
            rule(GET, "/metrics", OPS, ADMIN),
            rule(GET, "/v2/withdrawals/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/v2/transfers/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/v2/wallets/**", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/v2/topology", Role.values()),
            rule(GET, "/v2/policies", Role.values()),
            rule(GET, "/v2/bets/*", OPERATOR, PROVIDER, FINANCE, OPS, ADMIN),
            rule(POST, "/v2/bets/**", OPERATOR, PROVIDER, ADMIN),
            rule(POST, "/v2/rollbacks", OPERATOR, PROVIDER, ADMIN),
            rule(POST, "/v2/wins", OPERATOR, PROVIDER, ADMIN),
            rule(GET, "/v2/bonuses/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/v2/coupons/campaigns/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/v2/coupons/grants/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/v2/points/*/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(POST, "/v2/**", OPERATOR, ADMIN),
            rule(POST, "/admin/v1/loyalty/points/restores", FINANCE, ADMIN),
            rule(POST, "/admin/v1/loyalty/points/expiries", FINANCE, OPS, ADMIN),
            rule(GET, "/admin/v1/topologies/**", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/admin/v1/policies/**", OPERATOR, FINANCE, OPS, ADMIN),
            rule(POST, "/admin/v1/policies/*/simulate", FINANCE, ADMIN),
            rule(GET, "/admin/v1/reviews", OPERATOR, FINANCE, OPS, ADMIN),
            rule(POST, "/admin/v1/reviews/*/close", FINANCE, ADMIN),
            rule(GET, "/admin/v1/players/*/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(POST, "/admin/v1/players/*/*/unfreeze", OPS, ADMIN),
            rule(POST, "/admin/v1/players/*/*/*", OPERATOR, OPS, ADMIN),
            rule(GET, "/admin/v1/brands/*", OPERATOR, FINANCE, OPS, ADMIN),
            rule(POST, "/admin/v1/brands/*/*", OPS, ADMIN),
            rule(GET, "/admin/v1/holds", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/admin/v1/audit", FINANCE, OPS, ADMIN),
            rule(GET, "/admin/v1/providers/**", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/admin/v1/games", OPERATOR, FINANCE, OPS, ADMIN),
            rule(GET, "/admin/v1/brands", FINANCE, OPS, ADMIN),
            rule(POST, "/admin/v1/reconciliation/runs", FINANCE, OPS, ADMIN),
            rule(POST, "/admin/v1/payments/statements", FINANCE, ADMIN),
            rule(GET, "/admin/v1/payments/statements/**", FINANCE, ADMIN));

    private RouteRules() {}

    private static Rule rule(@Nullable HttpMethod method, String path, Role... roles) {
        return new Rule(method, path, Set.of(roles));
    }

    /** One row: null as method means every method. */
    record Rule(@Nullable HttpMethod method, String path, Set<Role> roles) {

        String[] roleNames() {
            return roles.stream().map(Role::name).toArray(String[]::new);
        }
    }
}
