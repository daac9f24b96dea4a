package io.carat.ops.client;

import java.net.URI;

/**
 * A server and the token to talk to it with.
 *
 * @param url the server's root, http or https, without a path
 * @param token a bearer token; never printed
 */
public record ServerAccess(URI url, String token) {

    @Override
    public String toString() {
        return url.toString();
    }
}
