package io.carat.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedIdTest {

    @Test
    void isTheSameForTheSamePartsAndNamesItsBrand() {
        String id = DerivedId.of("acme", "bet", "generic", "b1");
        assertThat(id).isEqualTo(DerivedId.of("acme", "bet", "generic", "b1")).startsWith("acme.bet.");
        assertThat(DerivedId.brandOf("bet", id)).contains("acme");
        assertThat(DerivedId.brandOf("other", id)).isEmpty();
        assertThat(DerivedId.brandOf("bet", "acme")).isEmpty();
        assertThat(DerivedId.brandOf("bet", "acme.bet.XYZ")).isEmpty();
        assertThat(DerivedId.brandOf("bet", id + "0")).isEmpty();
    }

    @Test
    void neverRunsPartsTogether() {
        assertThat(DerivedId.of("acme", "bet", "ab", "c")).isNotEqualTo(DerivedId.of("acme", "bet", "a", "bc"));
        assertThat(DerivedId.of("acme", "bet", "a", "")).isNotEqualTo(DerivedId.of("acme", "bet", "", "a"));
        assertThat(DerivedId.of("acme", "bet", "a")).isNotEqualTo(DerivedId.of("acme", "win", "a"));
        assertThat(DerivedId.of("acme", "bet", "1:a")).isNotEqualTo(DerivedId.of("acme", "bet", "1", "a"));
    }

    @Test
    void tellsAbsentPartsFromEmptyOnes() {
        assertThat(DerivedId.fingerprint(1, null)).isNotEqualTo(DerivedId.fingerprint(1, ""));
        assertThat(DerivedId.fingerprint(1, null)).isNotEqualTo(DerivedId.fingerprint(1));
        assertThat(DerivedId.fingerprint(12, 3)).isNotEqualTo(DerivedId.fingerprint(1, 23));
    }
}
