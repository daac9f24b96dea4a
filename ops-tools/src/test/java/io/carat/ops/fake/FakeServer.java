package io.carat.ops.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carat.ops.client.Json;
import io.carat.ops.client.ServerAccess;
import io.carat.ops.fake.FakeLedger.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The fake server on a loopback port: tokens, idempotency, routes. */
public final class FakeServer implements AutoCloseable {

    /** The one token it knows. */
    public static final String TOKEN = "known-token";

    private record Stored(String payload, Reply reply) {}

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Fault fault;
    private final FakeLedger ledger;
    private final Map<String, Stored> byKey = new HashMap<>();
    private final Map<String, Stored> byPayload = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private boolean connectionLost;

    /** A server that breaks one rule. */
    public FakeServer(Fault fault) throws IOException {
        this.fault = fault;
        this.ledger = new FakeLedger(fault);
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /** Its address and its token. */
    public ServerAccess access() {
        return new ServerAccess(url(), TOKEN);
    }

    /** Every money request that came, as path, key and body. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Forgets what was asked under this key, as a server would that lost it. */
    public synchronized void forget(String key) {
        Stored stored = byKey.remove(key);
        byPayload.values().remove(stored);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!known(exchange) || fault == Fault.UNKNOWN_TOKEN) {
                send(exchange, FakeLedger.refused(401, "UNAUTHORIZED"), false);
            } else if (exchange.getRequestMethod().equals("GET")) {
                send(exchange, read(exchange.getRequestURI().getPath()), false);
            } else {
                command(exchange, body);
            }
        }
    }

    private static boolean known(HttpExchange exchange) {
        return ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private synchronized void command(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "");
        String payload = path + " " + body;
        requests.add(path + " " + key + " " + body);
        Stored before = byKey.containsKey(key) ? byKey.get(key) : byPayload.get(payload);
        if (before != null && !before.payload().equals(payload) && fault != Fault.MISMATCH_ACCEPTED) {
            send(exchange, FakeLedger.refused(422, "IDEMPOTENCY_MISMATCH"), false);
        } else if (before != null && before.payload().equals(payload)) {
            send(exchange, before.reply(), fault != Fault.NO_REPLAY_HEADER);
        } else {
            decide(exchange, path, body, key, payload);
        }
    }

    private void decide(HttpExchange exchange, String path, String body, String key, String payload)
            throws IOException {
        Stored stored = new Stored(payload, ledger.post(path, Json.read(body)));
        byKey.put(key, stored);
        if (!path.matches(".*/(approve|pay|paid|fail|reject|cancel|withdrawals|bonuses)")) {
            byPayload.put(payload, stored);
        }
        if (fault == Fault.CONNECTION_LOST_ONCE && !connectionLost) {
            connectionLost = true;
        } else {
            send(exchange, stored.reply(), false);
        }
    }

    private synchronized Reply read(String path) {
        if (path.equals("/v2/topology")) {
            return new Reply(200, topology());
        }
        String[] parts = path.split("/", -1);
        FakeWallet wallet = ledger.wallet(parts[4]);
        if (wallet == null) {
            return FakeLedger.refused(404, "WALLET_NOT_FOUND");
        }
        return new Reply(200, path.endsWith("/ledger") ? page(wallet) : wallet.snapshot());
    }

    private Map<String, Object> page(FakeWallet wallet) {
        List<Map<String, Object>> rows = new ArrayList<>(wallet.rows);
        if (fault == Fault.LEDGER_ROW_MISSING) {
            rows.remove(1);
        }
        if (fault == Fault.LEDGER_TIP_OFF) {
            Map<String, Object> tip = new HashMap<>(rows.removeLast());
            tip.merge("held", 1L, (held, one) -> (Long) held + (Long) one);
            rows.add(tip);
        }
        return Json.object("rows", rows);
    }

    private static Map<String, Object> topology() {
        List<Object> buckets = new ArrayList<>();
        List<Object> routes = new ArrayList<>();
        for (String side : List.of("SPORTS", "CASINO")) {
            buckets.add(Json.object("code", side + "_NORMAL", "role", "NORMAL"));
            buckets.add(Json.object("code", side + "_BONUS", "role", "BONUS"));
        }
        buckets.add(Json.object("code", "WITHDRAWABLE", "role", "WITHDRAWABLE"));
        buckets.add(Json.object("code", "POINTS", "role", "POINTS"));
        for (String product : List.of("SPORTS", "LIVE", "SLOTS")) {
            String side = product.equals("SPORTS") ? "SPORTS" : "CASINO";
            routes.add(
                    Json.object("product", product, "normalBucket", side + "_NORMAL", "bonusBucket", side + "_BONUS"));
        }
        return Json.object("code", "RUBY_SPLIT_V1", "version", 1, "buckets", buckets, "routes", routes);
    }

    private static void send(HttpExchange exchange, Reply reply, boolean replayed) throws IOException {
        byte[] body = Json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (replayed) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
