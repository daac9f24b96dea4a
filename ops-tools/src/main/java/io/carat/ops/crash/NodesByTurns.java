package io.carat.ops.crash;

import io.carat.ops.client.NoAnswer;
import io.carat.ops.client.Role;
import io.carat.ops.client.ServerAccess;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each request another living server, so that one player's requests go to all of them. Used by many threads. */
final class NodesByTurns {

    private final List<CaratNode> nodes;
    private final Map<Role, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** Of a list that may grow; its first node has the tokens. */
    NodesByTurns(List<CaratNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * The next one.
     *
     * @throws NoAnswer when none lives
     */
    ServerAccess next(Role role) {
        List<URI> alive = nodes.stream()
                .map(CaratNode::url)
                .filter(Objects::nonNull)
                .map(URI.class::cast)
                .toList();
        if (alive.isEmpty()) {
            throw new NoAnswer("No server lives at this moment.", new IOException("killed"));
        }
        URI url = alive.get(Math.floorMod(turn.getAndIncrement(), alive.size()));
        return new ServerAccess(url, tokens.computeIfAbsent(role, nodes.getFirst()::token));
    }
}
