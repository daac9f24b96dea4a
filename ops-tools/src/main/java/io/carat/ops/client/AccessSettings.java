package io.carat.ops.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Finds the server and its token from {@code CARAT_URL}, {@code CARAT_TOKEN} and {@code CARAT_DATA}. */
public final class AccessSettings {

    private static final String DEFAULT_URL = "http://localhost:8080";
    private static final String DEFAULT_DATA = "./carat-data";

    private final Map<String, String> environment;

    /** Settings from these environment variables. */
    public AccessSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The server to talk to and a token of this role.
     *
     * @throws CaratFailure when a setting is missing or wrong, naming it
     */
    public ServerAccess access(Role role) {
        URI url = url();
        String token = setting("CARAT_TOKEN");
        return new ServerAccess(url, token == null ? tokenOfDataDirectory(role) : token.strip());
    }

    private URI url() {
        String text = setting("CARAT_URL");
        URI url = parse(text == null ? DEFAULT_URL : text.strip().replaceAll("/+$", ""));
        if (url == null) {
            throw new CaratFailure("CARAT_URL is not a server's address: '" + text + "'. Set it to something like "
                    + DEFAULT_URL + ".");
        }
        return url;
    }

    private static @Nullable URI parse(String text) {
        try {
            URI url = URI.create(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http && url.getHost() != null ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String tokenOfDataDirectory(Role role) {
        String data = setting("CARAT_DATA");
        Path file = Path.of(data == null ? DEFAULT_DATA : data, "credentials.json");
        if (!Files.exists(file)) {
            throw new CaratFailure("No token: " + file + " does not exist. Start a server with ./carat up, or set"
                    + " CARAT_DATA to its data directory, or CARAT_TOKEN.");
        }
        String token = read(file, role);
        if (token.isBlank()) {
            throw new CaratFailure(
                    "No token: " + file + " has no '" + role.field() + "'. Set CARAT_TOKEN to a token of that role.");
        }
        return token;
    }

    private static String read(Path file, Role role) {
        try {
            return Json.read(Files.readString(file)).path(role.field()).asString("");
        } catch (IOException | JacksonException e) {
            throw new CaratFailure(
                    "No token: " + file + " cannot be read (" + reason(e)
                            + "). Run as the user who started the server, or set CARAT_TOKEN.",
                    e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof JacksonException ? "not JSON" : e.getClass().getSimpleName();
    }

    private @Nullable String setting(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
