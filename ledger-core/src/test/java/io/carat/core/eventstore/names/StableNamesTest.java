package io.carat.core.eventstore.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StableNamesTest {

    private record First() {}

    private record Second() {}

    @Test
    void findsClassByNameAndNameByClass() {
        StableNames names = StableNames.builder()
                .add("first.v1", First.class)
                .add("second.v2", Second.class, "2")
                .build();

        assertThat(names.classOf("first.v1")).contains(First.class);
        assertThat(names.nameOf(Second.class)).contains("second.v2");
        assertThat(names.revisionOf(Second.class)).contains("2");
        assertThat(names.revisionOf(First.class)).isEmpty();
        assertThat(names.classOf("third.v1")).isEmpty();
        assertThat(names.names()).containsExactlyInAnyOrder("first.v1", "second.v2");
    }

    @Test
    void refusesANameTwice() {
        StableNames.Builder builder = StableNames.builder().add("first.v1", First.class);

        assertThatThrownBy(() -> builder.add("first.v1", Second.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first.v1");
    }

    @Test
    void refusesAClassTwiceAlsoFromAnotherList() {
        StableNames names = StableNames.builder().add("first.v1", First.class).build();
        StableNames.Builder builder = StableNames.builder().add("other.v1", First.class);

        assertThatThrownBy(() -> builder.addAll(names)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesABlankName() {
        StableNames.Builder builder = StableNames.builder();

        assertThatThrownBy(() -> builder.add(" ", First.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
