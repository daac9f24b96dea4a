package io.carat.api.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.host.OneLine;
import io.carat.saga.payment.PayoutInstruction;
import io.carat.saga.payment.PayoutResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP exchange with the payment provider, and what its answer means. */
final class PaymentCall {

    /** The header by which the provider tells a repeat. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The most of an answer that is read, in bytes. */
    static final int MAX_ANSWER_BYTES = 64 * 1024;

    private static final int NOT_FOUND = 404;

    private final RestClient http;
    private final JsonMapper json = JsonMapper.shared();

    PaymentCall(PaymentAccess access) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(access.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(access.readTimeout());
        this.http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(access.url())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + access.apiKey())
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    /**
     * Sends a payout.
     *
     * @throws PaymentCallException when there is no answer, or the provider says that it has failed
     */
    PayoutResult pay(PayoutInstruction instruction) {
        return exchange(
                instruction,
                client -> client.post()
                        .uri("/payouts")
                        .header(IDEMPOTENCY_KEY, instruction.reference())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json.writeValueAsBytes(Order.of(instruction))));
    }

    /**
     * Asks for a payout by our reference.
     *
     * @throws PaymentCallException when there is no answer, or the provider says that it has failed
     */
    PayoutResult status(PayoutInstruction instruction) {
        return exchange(instruction, client -> client.get().uri("/payouts/{reference}", instruction.reference()));
    }

    private PayoutResult exchange(PayoutInstruction instruction, Request request) {
        try {
            PayoutResult result = request.on(http).exchange((sent, answer) -> {
                int status = answer.getStatusCode().value();
                return meaning(status, answer.getBody().readNBytes(MAX_ANSWER_BYTES), instruction);
            });
            return result == null ? new PayoutResult.Unknown("no answer") : result;
        } catch (RestClientException | UncheckedIOException e) {
            throw new PaymentCallException(OneLine.of(OneLine.rootOf(e)), e);
        }
    }

    private static PayoutResult meaning(int status, byte[] body, PayoutInstruction instruction) throws IOException {
        if (status >= 500) {
            throw new IOException("status " + status);
        }
        if (status >= 300 && status != NOT_FOUND) {
            return new PayoutResult.Unknown("status " + status);
        }
        return message(status, body, instruction);
    }

    // A bare 404 may be a proxy's or a wrong address: only the provider's own word says that it has no such payout.
    private static PayoutResult message(int status, byte[] body, PayoutInstruction instruction) {
        try {
            PayoutMessage message = PayoutMessage.read(body);
            if (!message.isAbout(instruction)) {
                return new PayoutResult.Unknown("status " + status + " about another payout");
            }
            boolean fits = (message.status() == PayoutMessage.Status.NOT_FOUND) == (status == NOT_FOUND);
            return fits ? message.result() : new PayoutResult.Unknown("status " + status + " " + message.status());
        } catch (IllegalArgumentException e) {
            return new PayoutResult.Unknown("status " + status + ": " + e.getMessage());
        }
    }

    /** Prepares a request. */
    @FunctionalInterface
    private interface Request {
        RestClient.RequestHeadersSpec<?> on(RestClient http);
    }

    /** A payout as it is sent; amount in minor units. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Order(
            String reference,
            long amount,
            String currency,
            @Nullable String destination) {

        static Order of(PayoutInstruction instruction) {
            return new Order(
                    instruction.reference(),
                    instruction.amount().amountMinor(),
                    instruction.amount().currency(),
                    instruction.destination());
        }
    }
}
