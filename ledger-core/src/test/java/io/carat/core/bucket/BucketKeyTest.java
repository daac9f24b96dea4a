package io.carat.core.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketKeyTest {

    @Test
    void readsTheKeyOffItsOwnId() {
        var key = new BucketKey("acme", "p-1", "KRW", "RUBY_SPLIT_V1", "SPORTS_NORMAL");

        assertThat(key.bucketId()).isEqualTo("bucket:acme:p-1:KRW:RUBY_SPLIT_V1:SPORTS_NORMAL");
        assertThat(BucketKey.parse(key.bucketId())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "HOUSE", "bucket:a:p:KRW:T", "bucket:a:p:KRW:T:N:x", "bucket::p:KRW:T:N", "bet:a:p:KRW:T:N"})
    void refusesWhatIsNoBucketId(String text) {
        assertThatThrownBy(() -> BucketKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
