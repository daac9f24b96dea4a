package io.carat.api.scenario;

import io.carat.api.signature.CallbackSignature;
import io.carat.api.signature.RsaSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A game provider that calls back, signed as its contract says. */
final class StandInProvider {

    private final RunningServer server;
    private final String id;

    StandInProvider(RunningServer server, String id) {
        this.server = server;
        this.id = id;
    }

    /** Sends a body with the right signature. */
    Answer call(String path, String body) {
        return send(path, body, signed(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a body with these headers alone. */
    Answer send(String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/providers/" + id + "/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return Answer.of(RunningServer.HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> signed(byte[] body) {
        return id.equals("hub88")
                ? Map.of(RsaSignature.HEADER, rsa(body, server.providerSecret(id)))
                : signedAt(Instant.now(), body);
    }

    Map<String, String> signedAt(Instant at, byte[] body) {
        return Map.of(CallbackSignature.HEADER, CallbackSignature.header(at, body, key()));
    }

    Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return more;
    }

    private byte[] key() {
        return server.providerSecret(id).getBytes(StandardCharsets.UTF_8);
    }

    private static String rsa(byte[] body, String pem) {
        try {
            String base64 =
                    pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
