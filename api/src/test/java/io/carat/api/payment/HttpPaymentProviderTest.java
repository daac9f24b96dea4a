package io.carat.api.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.carat.core.money.Money;
import io.carat.saga.payment.PayoutInstruction;
import io.carat.saga.payment.PayoutResult;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a provider that keeps the contract, and against one that does not. */
class HttpPaymentProviderTest {

    private static final WireMockServer PSP =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final PayoutInstruction PAYOUT =
            new PayoutInstruction("acme.withdrawal.1", new Money(4_000, "KRW"), "account-1");
    private static final String STATUS_URL = "/v1/payouts/acme.withdrawal.1";

    private final HttpPaymentProvider provider = new HttpPaymentProvider(access());

    @BeforeAll
    static void start() {
        PSP.start();
    }

    @AfterAll
    static void stop() {
        PSP.stop();
    }

    @BeforeEach
    void reset() {
        PSP.resetAll();
    }

    @Test
    void sendsTheDocumentedRequest() {
        PSP.stubFor(post("/v1/payouts").willReturn(says(201, "PAID")));
        assertThat(provider.pay(PAYOUT)).isEqualTo(new PayoutResult.Paid());
        PSP.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/payouts"))
                        .withHeader("Authorization", equalTo("Bearer key-of-ours"))
                        .withHeader("Idempotency-Key", equalTo("acme.withdrawal.1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("""
                            {"reference": "acme.withdrawal.1", "amount": 4000, "currency": "KRW",
                             "destination": "account-1"}\
                            """)));
    }

    @Test
    void leavesOutADestinationThatThereIsNot() {
        PSP.stubFor(post("/v1/payouts").willReturn(says(202, "PENDING")));
        PayoutResult result = provider.pay(new PayoutInstruction(PAYOUT.reference(), PAYOUT.amount(), null));
        assertThat(result).isEqualTo(new PayoutResult.Pending());
        PSP.verify(postRequestedFor(anyUrl())
                .withRequestBody(equalToJson(
                        "{\"reference\": \"acme.withdrawal.1\", \"amount\": 4000, \"currency\": \"KRW\"}")));
    }

    @Test
    void readsEveryStatus() {
        PSP.stubFor(get(STATUS_URL).willReturn(says(200, "PAID")));
        assertThat(provider.status(PAYOUT)).isEqualTo(new PayoutResult.Paid());
        PSP.stubFor(get(STATUS_URL).willReturn(says(200, "PENDING")));
        assertThat(provider.status(PAYOUT)).isEqualTo(new PayoutResult.Pending());
        PSP.stubFor(get(STATUS_URL).willReturn(says(200, "DECLINED")));
        assertThat(provider.status(PAYOUT)).isEqualTo(new PayoutResult.Declined("closed account"));
        PSP.stubFor(get(STATUS_URL).willReturn(says(404, "NOT_FOUND")));
        assertThat(provider.status(PAYOUT)).isEqualTo(new PayoutResult.Absent());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        200 | ''
        200 | {
        200 | <html>welcome</html>
        200 | []
        200 | "PAID"
        200 | {"reference":"acme.withdrawal.1","status":"PAID"}
        200 | {"reference":"acme.withdrawal.1","status":"paid","amount":4000,"currency":"KRW"}
        200 | {"reference":"acme.withdrawal.2","status":"PAID","amount":4000,"currency":"KRW"}
        200 | {"reference":"acme.withdrawal.1","status":"PAID","amount":4001,"currency":"KRW"}
        200 | {"reference":"acme.withdrawal.1","status":"PAID","amount":4000,"currency":"EUR"}
        200 | {"reference":"acme.withdrawal.1","status":"PAID","amount":"4000","currency":"KRW"}
        200 | {"reference":"acme.withdrawal.1","status":"PAID","amount":4000.0,"currency":"KRW"}
        200 | {"reference":"acme.withdrawal.1","status":"DECLINED","status":"PAID","amount":4000,"currency":"KRW"}
        200 | {"reference":"acme.withdrawal.1","status":"PAID","amount":4000,"currency":"KRW"} trailing
        200 | {"reference":"acme.withdrawal.1","status":"NOT_FOUND"}
        404 | {"reference":"acme.withdrawal.2","status":"NOT_FOUND"}
        404 | {"reference":"acme.withdrawal.1","status":"DECLINED","amount":4000,"currency":"KRW"}
        404 | <html>not found</html>
        302 | {"reference":"acme.withdrawal.1","status":"PAID","amount":4000,"currency":"KRW"}
        400 | {"reference":"acme.withdrawal.1","status":"DECLINED","amount":4000,"currency":"KRW"}
        401 | {}
        409 | {"reference":"acme.withdrawal.1","status":"DECLINED","amount":4000,"currency":"KRW"}
        429 | {}
        500 | {"reference":"acme.withdrawal.1","status":"PAID","amount":4000,"currency":"KRW"}
        503 | ''
        """)
    void takesNothingElseForAnAnswer(int status, String body) {
        PSP.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
        assertThat(provider.pay(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
        assertThat(provider.status(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
        PSP.verify(1, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void doesNotKnowWhatADroppedConnectionMeant(Fault fault) {
        PSP.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThat(provider.pay(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
        PSP.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void doesNotWaitLongerThanTheTimeOut() {
        PSP.stubFor(any(anyUrl()).willReturn(says(200, "PAID").withFixedDelay(5_000)));
        long before = System.nanoTime();
        assertThat(provider.pay(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void doesNotWaitForABodyThatDripsIn() {
        PSP.stubFor(any(anyUrl()).willReturn(says(200, "PAID").withChunkedDribbleDelay(10, 5_000)));
        long before = System.nanoTime();
        assertThat(provider.pay(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void takesAHugeAnswerForNone() {
        PSP.stubFor(any(anyUrl()).willReturn(aResponse().withBody(" ".repeat(1_000_000) + "{}")));
        assertThat(provider.pay(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void repeatsAQuestionButNeverAPayout(int failures) {
        String state = Scenario.STARTED;
        for (int i = 1; i <= failures; i++) {
            PSP.stubFor(get(STATUS_URL)
                    .inScenario("flaky")
                    .whenScenarioStateIs(state)
                    .willSetStateTo("failed " + i)
                    .willReturn(aResponse().withStatus(500)));
            state = "failed " + i;
        }
        PSP.stubFor(
                get(STATUS_URL).inScenario("flaky").whenScenarioStateIs(state).willReturn(says(200, "PAID")));
        PSP.stubFor(post("/v1/payouts").willReturn(aResponse().withStatus(500)));
        assertThat(provider.pay(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
        assertThat(provider.status(PAYOUT)).isEqualTo(new PayoutResult.Paid());
        PSP.verify(1, postRequestedFor(anyUrl()));
        PSP.verify(failures + 1, getRequestedFor(urlEqualTo(STATUS_URL)));
    }

    @Test
    void leavesAProviderAloneThatFailsAllTheTime() {
        PSP.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        for (int i = 0; i < 30; i++) {
            assertThat(provider.pay(PAYOUT)).isInstanceOf(PayoutResult.Unknown.class);
        }
        PSP.verify(10, postRequestedFor(anyUrl()));
        assertThat(provider.pay(PAYOUT)).isEqualTo(new PayoutResult.Unknown("not asked: too many calls have failed"));
    }

    private static ResponseDefinitionBuilder says(int status, String word) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                    {"reference": "acme.withdrawal.1", "status": "%s", "amount": 4000, "currency": "KRW",
                     "reason": "closed account", "id": "psp-77"}\
                    """.formatted(word));
    }

    private static PaymentAccess access() {
        return new PaymentAccess(
                "psp",
                URI.create(PSP.baseUrl() + "/v1"),
                "key-of-ours",
                "sixteen-characters",
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofMillis(100),
                Duration.ofSeconds(1));
    }
}
