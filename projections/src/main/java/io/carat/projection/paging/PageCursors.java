package io.carat.projection.paging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.regex.Pattern;

/** The cursors of one list: a place in it as opaque text, with the list's name inside, so that no other list takes it. */
public final class PageCursors {

    private final String prefix;
    private final Pattern form;

    /**
     * Cursors of a list.
     *
     * @param list the list's name and version, such as {@code audit-1}
     * @param place the form of a place in it, as a regular expression
     */
    public PageCursors(String list, String place) {
        this.prefix = list + ":";
        this.form = Pattern.compile(place);
    }

    /** The cursor of a place. */
    public String text(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((prefix + place).getBytes(US_ASCII));
    }

    /**
     * The place of a cursor.
     *
     * @throws MalformedCursorException if this list gave out no such cursor
     */
    public String place(String cursor) {
        String decoded = decoded(cursor);
        String place = decoded.startsWith(prefix) ? decoded.substring(prefix.length()) : "";
        if (!form.matcher(place).matches()) {
            throw new MalformedCursorException(cursor);
        }
        return place;
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
        } catch (IllegalArgumentException e) {
            throw new MalformedCursorException(cursor);
        }
    }
}
