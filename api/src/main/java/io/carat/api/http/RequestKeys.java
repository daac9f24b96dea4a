package io.carat.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Idempotency-Key of a request together with a digest of method, path and canonical body (rule book §0). The body is
 * made canonical from what was understood of it: members in alphabetical order, absent ones left out, no white space.
 */
@Component
public final class RequestKeys {

    /** The header that every money command carries. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final JsonMapper canonical = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * The key of a request with this body.
     *
     * @throws InvalidRequestException when the header is missing or malformed
     */
    public RequestKey of(HttpServletRequest request, Object body) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new InvalidRequestException("The header " + HEADER
                    + " is missing: send a new value per command, and the same one to repeat it.");
        }
        if (Collections.list(request.getHeaders(HEADER)).size() > 1) {
            throw new InvalidRequestException("The header " + HEADER + " is sent more than once.");
        }
        if (!FORM.matcher(key).matches()) {
            throw new InvalidRequestException("The header " + HEADER + " must be 1 to 255 printable ASCII characters.");
        }
        String fingerprint =
                DerivedId.fingerprint(request.getMethod(), request.getRequestURI(), canonical.writeValueAsString(body));
        return new RequestKey(key, fingerprint);
    }
}
