package io.carat.api.security;

import io.carat.api.startup.DataDirectory;
import io.carat.api.startup.StartupRefused;
import io.carat.core.host.OneLine;
import io.carat.core.host.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * On a database without tokens, makes one per role and tells them in {@code credentials.json}. The file is on disk before
 * the tokens commit: a crash between the two leaves a file whose tokens do not work and an empty table, and the next start
 * makes both anew.
 */
@Component
class FirstCredentials implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstCredentials.class);
    private static final String BRAND = "acme";
    private static final Set<String> PROVIDERS = Set.of("generic", "hub88");

    private final ApiTokens tokens;
    private final ProviderSecrets secrets;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Path file;
    private final SecureRandom random = new SecureRandom();

    FirstCredentials(
            ApiTokens tokens,
            ProviderSecrets secrets,
            TransactionOperations transactions,
            JsonMapper json,
            DataDirectory data) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.transactions = transactions;
        this.json = json;
        this.file = data.path().resolve("credentials.json");
    }

    /** Runs before the web server listens. */
    @Override
    public void afterPropertiesSet() {
        transactions.executeWithoutResult(status -> {
            if (tokens.lockAndTellWhetherEmpty()) {
                create();
            }
        });
    }

    private void create() {
        Map<Role, TokenText> made = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            made.put(role, TokenText.random(random));
        }
        ProviderSecrets.Generated keys = secrets.generate(random);
        write(credentials(made, keys));
        made.forEach((role, token) -> tokens.add(token.hash(), caller(role)));
        secrets.replace(keys);
        LOG.info("Made one API token per role: {}", file);
    }

    private static Credentials credentials(Map<Role, TokenText> made, ProviderSecrets.Generated keys) {
        return new Credentials(
                text(made, Role.ADMIN),
                text(made, Role.OPERATOR),
                text(made, Role.PROVIDER),
                text(made, Role.FINANCE),
                text(made, Role.OPS),
                keys.forProviders());
    }

    private static String text(Map<Role, TokenText> made, Role role) {
        @Nullable TokenText token = made.get(role);
        if (token == null) {
            throw new IllegalStateException("no token for " + role);
        }
        return token.value();
    }

    private static Caller caller(Role role) {
        String name = "first-" + role.name().toLowerCase(Locale.ROOT);
        return switch (role) {
            case ADMIN -> new Caller(name, role, null, Set.of());
            case PROVIDER -> new Caller(name, role, BRAND, PROVIDERS);
            case OPERATOR, FINANCE, OPS -> new Caller(name, role, BRAND, Set.of());
        };
    }

    private void write(Credentials credentials) {
        try {
            PrivateFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(credentials) + "\n");
        } catch (IOException e) {
            throw new StartupRefused("the credentials cannot be written to " + file + " (" + OneLine.of(e) + ")", e);
        }
    }
}
