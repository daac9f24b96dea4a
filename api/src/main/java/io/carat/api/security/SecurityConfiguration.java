package io.carat.api.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Stateless, bearer tokens only, closed by default. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, CallerLookup callers, ProblemResponse problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokenFilter(callers, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::applyRules)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint((request, response, e) -> problems.unauthorized(
                                        request,
                                        response,
                                        "This route needs an API token: Authorization: Bearer <token>."))
                                .accessDeniedHandler((request, response, e) -> problems.forbidden(
                                        request, response, "The role of this token may not call this route.")))
                .build();
    }

    /** There are no users and passwords; without this bean Spring Boot would make one up and log it. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("Carat knows bearer tokens only");
        };
    }

    /** Nobody reads observations of filters; the metric of a whole request is Spring MVC's. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static void applyRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        routes.requestMatchers(RouteRules.OPEN.toArray(String[]::new)).permitAll();
        for (RouteRules.Rule rule : RouteRules.RULES) {
            routes.requestMatchers(rule.method(), rule.path()).hasAnyRole(rule.roleNames());
        }
        routes.anyRequest().hasRole(Role.ADMIN.name());
    }
}
