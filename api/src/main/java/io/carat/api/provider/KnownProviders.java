package io.carat.api.provider;

import io.carat.api.http.LedgerCommands;
import io.carat.core.catalogue.CatalogueCommand.ReadProvider;
import io.carat.core.catalogue.ProviderAnswer;
import io.carat.core.decision.Outcome;
import io.carat.core.provider.ProviderProfile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The profiles that providers are treated by, read at most once in {@link #FRESH}: a new version takes that long. */
@Component
class KnownProviders {

    static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MAX_ENTRIES = 1_000;

    private final LedgerCommands commands;
    private final Map<String, Known> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    KnownProviders(LedgerCommands commands) {
        this.commands = commands;
    }

    private record Known(@Nullable ProviderProfile profile, long readAt) {}

    /** The active profile; empty when there is no such provider or it has none. */
    Optional<ProviderProfile> profile(String providerId) {
        Known known = recall(providerId);
        if (known == null || System.nanoTime() - known.readAt > FRESH.toNanos()) {
            known = new Known(read(providerId), System.nanoTime());
            synchronized (recent) {
                recent.put(providerId, known);
            }
        }
        return Optional.ofNullable(known.profile);
    }

    private @Nullable Known recall(String providerId) {
        synchronized (recent) {
            return recent.get(providerId);
        }
    }

    private @Nullable ProviderProfile read(String providerId) {
        return switch (commands.send(new ReadProvider(providerId)).outcome()) {
            case Outcome.Done done ->
                ((ProviderAnswer) done.answer()).activeProfile().orElse(null);
            case Outcome.Refused ignored -> null;
        };
    }
}
