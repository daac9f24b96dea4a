package io.carat.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void actsForItsBrandOnly() {
        Caller operator = new Caller("o", Role.OPERATOR, "acme", Set.of());
        assertThat(operator.mayActFor("acme")).isTrue();
        assertThat(operator.mayActFor("other")).isFalse();
    }

    @Test
    void actsForEveryBrandWhenBoundToNone() {
        assertThat(new Caller("a", Role.ADMIN, null, Set.of()).mayActFor("other"))
                .isTrue();
    }

    @Test
    void aProviderSpeaksForItselfOnly() {
        Caller provider = new Caller("p", Role.PROVIDER, "acme", Set.of("generic"));
        assertThat(provider.mayActForProvider("generic")).isTrue();
        assertThat(provider.mayActForProvider("hub88")).isFalse();
        assertThat(new Caller("o", Role.OPERATOR, "acme", Set.of()).mayActForProvider("hub88"))
                .isTrue();
    }
}
