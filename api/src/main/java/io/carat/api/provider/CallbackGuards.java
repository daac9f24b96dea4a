package io.carat.api.provider;

import io.carat.core.provider.CallbackFault;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.ProviderProfile.Bounds;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps one provider's callbacks from slowing another's: each has a rate and a number of places of its own on this node, and
 * nobody waits for either. Only what the provider signed counts, so nobody else can use its share up.
 */
@Component
class CallbackGuards {

    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    private record Guard(Bounds bounds, RateLimiter rate, Bulkhead places) {}

    /**
     * Runs what a callback asks for.
     *
     * @throws CallbackRefusedException when the provider sends more than its profile allows; nothing was run
     */
    <T> T run(ProviderProfile profile, Supplier<T> callback) {
        Guard guard = guard(profile);
        if (!guard.rate.acquirePermission()) {
            throw new CallbackRefusedException(
                    CallbackFault.TOO_MANY_REQUESTS,
                    "More than " + guard.bounds.callbacksPerSecond() + " callbacks in a second; nothing was done.");
        }
        if (!guard.places.tryAcquirePermission()) {
            throw new CallbackRefusedException(
                    CallbackFault.OVERLOADED,
                    "More than " + guard.bounds.concurrentCallbacks() + " callbacks at once; nothing was done.");
        }
        try {
            return callback.get();
        } finally {
            guard.places.onComplete();
        }
    }

    private Guard guard(ProviderProfile profile) {
        return guards.compute(
                profile.providerId(),
                (id, known) ->
                        known != null && known.bounds.equals(profile.bounds()) ? known : guard(id, profile.bounds()));
    }

    private static Guard guard(String providerId, Bounds bounds) {
        return new Guard(
                bounds,
                RateLimiter.of(
                        providerId,
                        RateLimiterConfig.custom()
                                .limitForPeriod(bounds.callbacksPerSecond())
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(Duration.ZERO)
                                .build()),
                Bulkhead.of(
                        providerId,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(bounds.concurrentCallbacks())
                                .maxWaitDuration(Duration.ZERO)
                                .build()));
    }
}
