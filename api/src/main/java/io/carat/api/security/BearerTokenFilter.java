package io.carat.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the caller from {@code Authorization: Bearer}. A token that is presented and wrong is refused even on open routes. */
class BearerTokenFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BearerTokenFilter.class);
    private static final String SCHEME = "Bearer ";

    private final CallerLookup callers;
    private final ProblemResponse problems;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    BearerTokenFilter(CallerLookup callers, ProblemResponse problems) {
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> caller = find(header, request, response);
        if (caller.isPresent()) {
            authenticate(caller.get(), request, response);
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) {
            problems.unauthorized(request, response, "The bearer token is malformed, unknown or revoked.");
        }
    }

    private Optional<Caller> find(String header, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TokenText token = tokenIn(header);
        try {
            return token == null ? Optional.empty() : callers.find(token);
        } catch (DataAccessException e) {
            LOG.warn("Cannot look up a token: {}", e.getMessage());
            problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "UNAVAILABLE",
                    "The token cannot be checked now; nothing was done. Try again.");
            return Optional.empty();
        }
    }

    private static @Nullable TokenText tokenIn(String header) {
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? new TokenText(header.substring(SCHEME.length()).strip()) : null;
    }

    private void authenticate(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller, null, List.of(new SimpleGrantedAuthority("ROLE_" + caller.role()))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
