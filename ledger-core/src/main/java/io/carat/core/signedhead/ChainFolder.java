package io.carat.core.signedhead;

import java.nio.file.Path;

/**
 * What a node keeps outside the database to prove the log by.
 *
 * @param path the folder {@code chain} of the node's data directory
 */
public record ChainFolder(Path path) {

    /** The folder in a data directory. */
    public static ChainFolder in(Path dataDirectory) {
        return new ChainFolder(dataDirectory.resolve("chain"));
    }

    /** The node's own key, unless it is kept elsewhere. */
    public Path signingKey() {
        return path.resolve("signing-key.pem");
    }

    /** The public keys whose signatures count: the node's own, and those that people put beside it. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** The heads that the node has signed. */
    public HeadFile heads() {
        return new HeadFile(path.resolve("heads.jsonl"));
    }
}
