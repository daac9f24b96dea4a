package io.carat.ops.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One player's wallet in one currency. */
public record WalletRef(String brandId, String playerId, String currency) {

    String path() {
        return "/v2/wallets/" + segment(brandId) + "/" + segment(playerId);
    }

    String query() {
        return "?currency=" + segment(currency);
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
