package io.carat.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.api.startup.StartupRefused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Each bad setting refuses the start and is named; no secret is told. */
class PaymentsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "carat.payments.url", "https://psp.example/v1/",
            "carat.payments.api-key", "key-of-ours",
            "carat.payments.callback-secret", "sixteen-characters"));

    @Test
    void takesGoodOnes() {
        PaymentAccess access = payments().access().orElseThrow();
        assertThat(access.url()).hasToString("https://psp.example/v1");
        assertThat(access.providerId()).isEqualTo("psp");
        assertThat(access).asString().doesNotContain("key-of-ours").doesNotContain("sixteen");
        assertThat(payments().payingProviderId()).isEqualTo("psp");
    }

    @Test
    void hasNoProviderWhereNoneIsSet() {
        settings.clear();
        assertThat(payments().access()).isEmpty();
        assertThat(payments().payingProviderId()).isNull();
        settings.put("carat.payments.url", " ");
        assertThat(payments().access()).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "url, psp.example",
        "url, ftp://psp.example",
        "url, https://",
        "url, https://psp.example/v1?key=1",
        "url, https://me:secret@psp.example",
        "url, 'https://psp example'",
        "provider-id, Psp/1",
        "api-key, ''",
        "api-key, 'two words'",
        "callback-secret, ''",
        "callback-secret, fifteen-is-few!",
        "connect-timeout, 0ms",
        "connect-timeout, 61s",
        "read-timeout, -1s",
        "first-pause, 0s",
        "longest-pause, 2h"
    })
    void refusesEachBadOneByName(String setting, String value) {
        settings.put("carat.payments." + setting, value);
        assertThatThrownBy(this::payments)
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("the setting carat.payments." + setting)
                .hasMessageNotContainingAny("secret@", "two words", "fifteen", "\n");
    }

    @ParameterizedTest
    @CsvSource({"api-key", "callback-secret"})
    void refusesWhatIsOfNoUseWithoutAnAddress(String setting) {
        settings.keySet().removeIf(name -> !name.endsWith(setting));
        assertThatThrownBy(this::payments)
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("carat.payments.url is missing");
    }

    private Payments payments() {
        return new Payments(new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("carat.payments", PaymentSettings.class));
    }
}
