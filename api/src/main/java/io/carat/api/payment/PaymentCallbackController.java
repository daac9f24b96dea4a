package io.carat.api.payment;

import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.Problems;
import io.carat.api.signature.BadSignatureException;
import io.carat.api.signature.CallbackSignature;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.saga.payment.Payout;
import io.carat.saga.payment.PayoutConclusion;
import io.carat.saga.payment.PayoutResult;
import io.carat.saga.payment.PayoutStage;
import io.carat.saga.payment.Payouts;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the payment provider says of its own accord. Its signature is the only credential. */
@RestController
@Tag(name = "Payments")
class PaymentCallbackController {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentCallbackController.class);

    private final Payments payments;
    private final CallbackSignature signature;
    private final Payouts payouts;
    private final PayoutConclusion conclusion;
    private final MeterRegistry registry;

    PaymentCallbackController(
            Payments payments,
            CallbackSignature signature,
            Payouts payouts,
            PayoutConclusion conclusion,
            MeterRegistry registry) {
        this.payments = payments;
        this.signature = signature;
        this.payouts = payouts;
        this.conclusion = conclusion;
        this.registry = registry;
    }

    @PostMapping("/payments/{providerId}/callbacks")
    @Operation(summary = "The payment provider says how a payout stands; signed, without a token")
    @SecurityRequirements
    @ApiResponse(
            responseCode = "200",
            description = "Taken; CONCLUDED the withdrawal, REPEATED what had concluded it, or was only NOTED.",
            content = @Content(schema = @Schema(implementation = CallbackAnswer.class)))
    @ApiResponse(responseCode = "401", description = "not signed as it must be (BAD_SIGNATURE)", content = @Content)
    @ApiResponse(responseCode = "404", description = "this provider was never asked for it", content = @Content)
    @ApiResponse(
            responseCode = "409",
            description = "contradicts how the withdrawal has ended (PAYMENT_CONTRADICTION); nothing was moved",
            content = @Content)
    ResponseEntity<Object> take(
            @PathVariable String providerId,
            @RequestHeader(name = CallbackSignature.HEADER, required = false) @Nullable String header,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "signed as it is, byte by byte",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = PayoutMessage.class)))
                    @RequestBody(required = false)
                    byte @Nullable [] raw) {
        byte[] body = raw == null ? new byte[0] : raw;
        Optional<PaymentAccess> access =
                payments.access().filter(known -> known.providerId().equals(providerId));
        if (access.isEmpty()) {
            return Problems.response(
                    Rejection.of(RejectionCode.PROVIDER_NOT_FOUND, "There is no such payment provider here."));
        }
        requireSigned(header, body, access.get());
        return take(message(body), access.get());
    }

    private void requireSigned(@Nullable String header, byte[] body, PaymentAccess access) {
        try {
            signature.require(header, body, access.callbackKey());
        } catch (BadSignatureException e) {
            LOG.warn("A callback of payment provider {} is refused: {}", access.providerId(), e.getMessage());
            count("bad_signature");
            throw e;
        }
    }

    private static PayoutMessage message(byte[] body) {
        try {
            return PayoutMessage.read(body);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<Object> take(PayoutMessage message, PaymentAccess access) {
        Optional<Payout> payout = payouts.find(message.reference())
                .filter(known -> known.paymentProviderId().equals(access.providerId()));
        if (payout.isEmpty()) {
            count("unknown");
            return Problems.response(Rejection.of(
                    RejectionCode.WITHDRAWAL_NOT_FOUND, "This payment provider was never asked for such a payout."));
        }
        if (!message.isAbout(payout.get().instruction())) {
            LOG.error("A callback says another amount of payout {} than was asked for", message.reference());
            return refused("The amount or currency is not the one that was asked for.");
        }
        return switch (message.result()) {
            case PayoutResult.Final word -> conclude(payout.get(), word);
            case PayoutResult.Pending ignored -> noted(message.reference());
            case PayoutResult.Absent ignored -> noted(message.reference());
            case PayoutResult.Unknown ignored -> noted(message.reference());
        };
    }

    private ResponseEntity<Object> conclude(Payout payout, PayoutResult.Final word) {
        PayoutConclusion.Effect effect = conclusion.conclude(payout, word);
        if (effect == PayoutConclusion.Effect.CONTRADICTED) {
            payouts.end(
                    payout.withdrawalId(),
                    PayoutStage.CONTRADICTED,
                    "callback " + word,
                    Clock.systemUTC().instant());
            return refused("The withdrawal has ended otherwise; nothing was moved.");
        }
        count(effect.name().toLowerCase(Locale.ROOT));
        return taken(payout.withdrawalId(), effect.name());
    }

    private ResponseEntity<Object> noted(String reference) {
        count("noted");
        return taken(reference, "NOTED");
    }

    private ResponseEntity<Object> refused(String detail) {
        count("contradicted");
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.CONFLICT, "PAYMENT_CONTRADICTION", detail));
    }

    private static ResponseEntity<Object> taken(String reference, String effect) {
        return ResponseEntity.ok(new CallbackAnswer(reference, effect));
    }

    private void count(String outcome) {
        registry.counter("wallet_payment_callbacks", "outcome", outcome).increment();
    }

    /** What a callback did: CONCLUDED the withdrawal, REPEATED what had concluded it, or was only NOTED. */
    record CallbackAnswer(String reference, String effect) {}
}
