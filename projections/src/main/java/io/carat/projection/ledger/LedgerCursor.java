package io.carat.projection.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.carat.projection.paging.MalformedCursorException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of a wallet's ledger: after the one at this global position. Rows are only ever added at the
 * end, so it stays valid.
 */
record LedgerCursor(long afterPosition) {

    private static final Pattern FORM = Pattern.compile("ledger-1:(0|[1-9][0-9]{0,17})");

    /** The place before the first row. */
    static final LedgerCursor START = new LedgerCursor(0);

    /** Reads a cursor; null is the start. */
    static LedgerCursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        var matcher = FORM.matcher(decode(text));
        if (!matcher.matches()) {
            throw new MalformedCursorException(text);
        }
        return new LedgerCursor(Long.parseLong(matcher.group(1)));
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new MalformedCursorException(text);
        }
    }

    /** Opaque text for callers. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("ledger-1:" + afterPosition).getBytes(US_ASCII));
    }
}
