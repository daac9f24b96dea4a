package io.carat.ops.bench.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.carat.ops.bench.load.Bet;
import io.carat.ops.fake.FakeServer;
import io.carat.ops.fake.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HttpDeskTest {

    private static final Bet BET = new Bet("p1", "generic", "b1", 1_000, 1_850);

    @Test
    void settlesABetOnOneConnection() throws IOException {
        try (FakeServer server = new FakeServer(Fault.NONE);
                HttpDesk desk = desk(server, FakeServer.TOKEN)) {
            desk.deposit("p1", 10_000);
            String authorizationId = desk.authorize(BET);
            desk.settle(BET, authorizationId);
            assertThat(server.requests())
                    .extracting(request -> request.split(" ", 3)[1])
                    .containsExactly("deposit/p1", "authorize/b1", "settle/b1");
            assertThat(authorizationId).isNotBlank();
        }
    }

    @Test
    void failsWhenTheServerRefuses() throws IOException {
        try (FakeServer server = new FakeServer(Fault.NONE);
                HttpDesk desk = desk(server, "another-token")) {
            assertThatIOException()
                    .isThrownBy(() -> desk.deposit("p1", 10_000))
                    .withMessageContaining("was answered 401");
        }
    }

    @Test
    void failsWhenAnAnswerIsARepeatedOne() throws IOException {
        try (FakeServer server = new FakeServer(Fault.NONE);
                HttpDesk desk = desk(server, FakeServer.TOKEN)) {
            desk.deposit("p1", 10_000);
            assertThatIOException().isThrownBy(() -> desk.deposit("p1", 10_000)).withMessageContaining("200");
        }
    }

    @Test
    void failsWhenTheConnectionIsLost() throws IOException {
        try (FakeServer server = new FakeServer(Fault.CONNECTION_LOST_ONCE);
                HttpDesk desk = desk(server, FakeServer.TOKEN)) {
            assertThatIOException()
                    .isThrownBy(() -> desk.deposit("p1", 10_000))
                    .withMessageContaining("closed the connection");
        }
    }

    private static HttpDesk desk(FakeServer server, String token) {
        return new HttpDesk(server.url().getPort(), token, "acme");
    }
}
