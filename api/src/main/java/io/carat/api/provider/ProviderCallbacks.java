package io.carat.api.provider;

import io.carat.api.failure.CommandFailure;
import io.carat.api.http.BodyTooLargeException;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.provider.CallbackDesk.Verdict;
import io.carat.api.security.Caller;
import io.carat.api.security.ProviderKeys;
import io.carat.api.security.ProviderKeys.CallbackKey;
import io.carat.api.security.Role;
import io.carat.api.signature.BadSignatureException;
import io.carat.api.signature.CallbackSignature;
import io.carat.api.signature.RsaSignature;
import io.carat.core.provider.CallbackFault;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.WireCode;
import io.carat.core.wallet.PlayableAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes callbacks from the wire and back: the signature over the raw body first, then the provider's bounds, then the body.
 * Whatever goes wrong is told by the provider's own codes.
 */
@Component
class ProviderCallbacks {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderCallbacks.class);

    private final ProviderKeys keys;
    private final CallbackSignature hmac;
    private final CallbackGuards guards;
    private final CallbackDesk desk;
    private final CallbackMetrics metrics;
    private final JsonMapper json;

    ProviderCallbacks(
            ProviderKeys keys,
            CallbackSignature hmac,
            CallbackGuards guards,
            CallbackDesk desk,
            CallbackMetrics metrics,
            JsonMapper json) {
        this.keys = keys;
        this.hmac = hmac;
        this.guards = guards;
        this.desk = desk;
        this.metrics = metrics;
        this.json = json;
    }

    /** Takes one callback of a provider that is known. */
    ResponseEntity<byte[]> take(
            ProviderProfile profile, CallbackOperation operation, HttpServletRequest request, @Nullable Caller caller) {
        Exchange exchange = new Exchange(profile, operation, Contract.of(profile), AmountScale.of(profile));
        try {
            byte[] raw = raw(request);
            requireSigned(profile, request, raw);
            requireReach(profile, caller);
            return guards.run(profile, () -> exchange.take(raw, caller));
        } catch (CallbackRefusedException e) {
            return exchange.refused(e.name(), e.detail(), false, null);
        } catch (RuntimeException e) {
            return exchange.failed(e);
        }
    }

    private static byte[] raw(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (BodyTooLargeException e) {
            throw new CallbackRefusedException(CallbackFault.BODY_TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CallbackRefusedException(CallbackFault.INVALID_REQUEST, "The body did not arrive whole.");
        }
    }

    private void requireSigned(ProviderProfile profile, HttpServletRequest request, byte[] raw) {
        try {
            CallbackKey key = keys.find(profile.providerId())
                    .orElseThrow(() -> new BadSignatureException("No key of this provider is set here."));
            switch (key) {
                case CallbackKey.Shared shared ->
                    hmac.require(
                            request.getHeader(CallbackSignature.HEADER),
                            raw,
                            shared.secret().getEncoded());
                case CallbackKey.Public own ->
                    RsaSignature.require(request.getHeader(RsaSignature.HEADER), raw, own.key());
            }
        } catch (BadSignatureException e) {
            throw new CallbackRefusedException(CallbackFault.BAD_SIGNATURE, String.valueOf(e.getMessage()));
        }
    }

    /** Providers send no token. One that comes along must not be somebody else's. */
    private static void requireReach(ProviderProfile profile, @Nullable Caller caller) {
        boolean may = caller == null
                || caller.role() == Role.ADMIN
                || (caller.role() == Role.PROVIDER && caller.mayActForProvider(profile.providerId()));
        if (!may) {
            throw new CallbackRefusedException(
                    CallbackFault.FORBIDDEN, "This token does not act for provider " + profile.providerId() + ".");
        }
    }

    /** One callback, with how its provider speaks. */
    private final class Exchange {

        private final ProviderProfile profile;
        private final CallbackOperation operation;
        private final Contract contract;
        private final AmountScale scale;
        private @Nullable CallbackBody body;

        Exchange(ProviderProfile profile, CallbackOperation operation, Contract contract, AmountScale scale) {
            this.profile = profile;
            this.operation = operation;
            this.contract = contract;
            this.scale = scale;
        }

        ResponseEntity<byte[]> take(byte[] raw, @Nullable Caller caller) {
            CallbackBody read = CallbackBody.read(raw);
            body = read;
            CallbackCall call = CallbackBody.formed(() -> contract.read(operation, read, profile));
            if (caller != null && !caller.mayActFor(call.brandId())) {
                throw new CallbackRefusedException(
                        CallbackFault.FORBIDDEN, "This token does not act for brand " + call.brandId() + ".");
            }
            countFunding(read);
            return switch (desk.take(call, profile)) {
                case Verdict.Done(CallbackResult result) -> {
                    metrics.took(profile, operation, "OK");
                    yield written(contract.done(read, result, scale), result.replayed(), false);
                }
                case Verdict.Refused refused ->
                    refused(
                            refused.rejection().code().name(),
                            refused.rejection().detail(),
                            refused.replayed(),
                            refused.balance());
            };
        }

        /** Callbacks cannot override the server's funding (rule book §2): ignored, and counted. */
        private void countFunding(CallbackBody read) {
            Set<String> ignored = read.among(profile.wire().fundingFields());
            if (!ignored.isEmpty()) {
                LOG.warn("A callback of provider {} says {}, which is ignored", profile.providerId(), ignored);
                metrics.ignoredFunding(profile);
            }
        }

        ResponseEntity<byte[]> refused(String name, String detail, boolean replayed, @Nullable PlayableAnswer balance) {
            metrics.took(profile, operation, name);
            WireCode code = profile.replies().code(name);
            boolean retried = profile.replies().retry().statuses().contains(code.status());
            return written(contract.refused(body, code, detail, balance, scale), replayed, retried);
        }

        ResponseEntity<byte[]> failed(RuntimeException failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            CallbackFault fault = fault(cause);
            if (fault == CallbackFault.INTERNAL) {
                LOG.error("A {} of provider {} failed", operation, profile.providerId(), cause);
            }
            return refused(
                    fault.name(),
                    fault == CallbackFault.INTERNAL
                            ? "Whether it was done is not known; the same transaction again tells."
                            : "It cannot be taken now; nothing was done.",
                    false,
                    null);
        }

        private ResponseEntity<byte[]> written(WireAnswer answer, boolean replayed, boolean retried) {
            ResponseEntity.BodyBuilder response =
                    ResponseEntity.status(answer.status()).contentType(answer.type());
            if (replayed) {
                response.header(MoneyAnswers.REPLAYED, "true");
            }
            if (retried) {
                response.header(
                        HttpHeaders.RETRY_AFTER,
                        String.format(
                                Locale.ROOT, "%d", profile.replies().retry().afterSeconds()));
            }
            return response.body(json.writeValueAsBytes(answer.body()));
        }
    }

    private static CallbackFault fault(Throwable failure) {
        if (failure instanceof DataAccessException) {
            return CallbackFault.UNAVAILABLE;
        }
        return switch (CommandFailure.of(failure).kind()) {
            case OVERLOADED -> CallbackFault.OVERLOADED;
            case CONTENTION, STORE_UNAVAILABLE -> CallbackFault.UNAVAILABLE;
            case OUTCOME_UNKNOWN, UNEXPECTED -> CallbackFault.INTERNAL;
        };
    }
}
