package io.carat.api.provider;

import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.ProviderProfile;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is measured of callbacks. Tags are providers that are connected and codes of the rule book: both are few. */
@Component
class CallbackMetrics {

    private final MeterRegistry registry;

    CallbackMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A callback was answered: OK, or the rule book's code. */
    void took(ProviderProfile profile, CallbackOperation operation, String code) {
        Counter.builder("wallet_provider_callbacks")
                .description("Callbacks of providers, by what came of them")
                .tag("provider", profile.providerId())
                .tag("operation", operation.name().toLowerCase(Locale.ROOT))
                .tag("code", code)
                .register(registry)
                .increment();
    }

    /** A callback said where its stake is to come from. */
    void ignoredFunding(ProviderProfile profile) {
        Counter.builder("wallet_provider_funding_overrides_ignored")
                .description("Callbacks that said where a stake is to come from; it was ignored")
                .tag("provider", profile.providerId())
                .register(registry)
                .increment();
    }
}
