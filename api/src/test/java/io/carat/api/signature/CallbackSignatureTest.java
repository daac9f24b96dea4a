package io.carat.api.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackSignatureTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_767_225_600);
    private static final byte[] BODY = bytes("{\"reference\":\"w\"}");
    private static final byte[] SECRET = bytes("a secret that both know");

    private final CallbackSignature signature = new CallbackSignature(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void isTheDocumentedHmac() {
        // printf '1767225600.{"reference":"w"}' | openssl dgst -sha256 -hmac 'a secret that both know'
        assertThat(CallbackSignature.header(NOW, BODY, SECRET))
                .isEqualTo("t=1767225600,v1=b208436f318e97506bc235a93ac3e09ec7bc05737934a79fbb15bf04dfbb57f5");
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 1, 300})
    void acceptsWhatWasSignedLately(long seconds) {
        String header = CallbackSignature.header(NOW.plusSeconds(seconds), BODY, SECRET);
        assertThatCode(() -> signature.require(header, BODY, SECRET)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -1_000_000})
    void refusesWhatIsTooOldOrTooNew(long seconds) {
        String header = CallbackSignature.header(NOW.plusSeconds(seconds), BODY, SECRET);
        assertThatThrownBy(() -> signature.require(header, BODY, SECRET))
                .isInstanceOf(BadSignatureException.class)
                .hasMessageContaining("5 minutes");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "v1=00",
                "t=1767225600",
                "t=1767225600,v1=",
                "t=1767225600,v1=0000000000000000000000000000000000000000000000000000000000000000,v1=00",
                "t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=99999999999999999999,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "t=1767225600,v1=0000000000000000000000000000000000000000000000000000000000000000"
            })
    void refusesHeadersThatAreNone(String header) {
        assertThatThrownBy(() -> signature.require(header, BODY, SECRET)).isInstanceOf(BadSignatureException.class);
    }

    @Test
    void refusesAnotherBodyAnotherTimeAndAnotherSecret() {
        String header = CallbackSignature.header(NOW, BODY, SECRET);
        assertThatThrownBy(() -> signature.require(header, bytes("{\"reference\":\"x\"}"), SECRET))
                .isInstanceOf(BadSignatureException.class);
        assertThatThrownBy(() -> signature.require(header, BODY, bytes("another")))
                .isInstanceOf(BadSignatureException.class);
        assertThatThrownBy(() -> signature.require(header.replace("t=1767225600", "t=1767225601"), BODY, SECRET))
                .isInstanceOf(BadSignatureException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
