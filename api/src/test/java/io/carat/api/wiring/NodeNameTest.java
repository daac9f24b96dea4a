package io.carat.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class NodeNameTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isTheOneThatWasSet() {
        assertThat(NodeName.of(environment.withProperty("carat.node-id", "north-1")))
                .isEqualTo("north-1");
    }

    @Test
    void isFixedOnTheEmbeddedDatabase() {
        assertThat(NodeName.of(environment)).isEqualTo("embedded");
    }

    @Test
    void isThatOfTheProcessOnASharedDatabase() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/carat");

        assertThat(NodeName.of(environment))
                .contains(Long.toString(ProcessHandle.current().pid()));
    }
}
