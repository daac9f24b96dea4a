package io.carat.projection.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The brand that a stream belongs to, read off its id: {@code player:acme:p1}, {@code acme.bet.0f…}. A stream of another form
 * belongs to the platform, whose entries only callers without a brand see: what is not known is not shown.
 */
final class StreamBrand {

    private static final String BRAND = "([a-z0-9-]{1,40})";
    private static final Pattern PREFIXED = Pattern.compile("(?:brand|player|bucket|campaign):" + BRAND + "(?::.*)?");
    private static final Pattern DERIVED = Pattern.compile(BRAND + "\\.[a-z]+\\.[0-9a-f]{32}");

    private StreamBrand() {}

    /** The brand; empty for what belongs to the platform. */
    static Optional<String> of(String streamId) {
        for (Pattern form : new Pattern[] {PREFIXED, DERIVED}) {
            var matcher = form.matcher(streamId);
            if (matcher.matches()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }
}
