package io.carat.ops.client;

import java.util.Locale;

/** The roles that a command can need a token of. */
public enum Role {
    /** All money commands and reads of its brand. */
    OPERATOR,
    /** Everything. */
    ADMIN;

    /** The role's field in the data directory's credentials file. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
