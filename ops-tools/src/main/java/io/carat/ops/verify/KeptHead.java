package io.carat.ops.verify;

import io.carat.core.signedhead.SignedHead;

/**
 * A signed head and where it was found.
 *
 * @param source such as a table, or a line of a file
 */
public record KeptHead(SignedHead head, String source) {}
