package io.carat.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.crash.BusyPlayer.Account;
import io.carat.api.crash.Recorded.Reply;
import io.carat.api.startup.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} while players play: every answered request is there, once; the others happen once when asked again. */
class KilledServerTest {

    private static final int PLAYERS = 6;
    private static final int REQUESTS_BEFORE_THE_KILL = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data;

    private final List<BusyPlayer> players =
            IntStream.range(0, PLAYERS).mapToObj(BusyPlayer::new).toList();

    @AfterEach
    void leaveNothingBehind() throws IOException {
        ServerProcess.endPostgres(data);
    }

    @Test
    void keepsWhatWasAnsweredAndDoesTheRestOnce() throws Exception {
        playUntilTheServerIsKilled();
        try (ServerProcess server = ServerProcess.start(data).ready();
                Caller caller = new Caller(server, data)) {
            long position = 0;
            for (BusyPlayer player : players) {
                position = Math.max(position, askAgain(player, caller));
            }
            for (BusyPlayer player : players) {
                assertThat(account(caller.wallet(player.id()))).as(player.id()).isEqualTo(player.account());
            }
            driftsNowhere(caller, position);
        }
    }

    private void playUntilTheServerIsKilled() throws Exception {
        try (ServerProcess server = ServerProcess.start(data).ready();
                Caller caller = new Caller(server, data);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> playing = new ArrayList<>();
            players.forEach(player -> playing.add(threads.submit(() -> player.play(caller))));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> requests().size() >= REQUESTS_BEFORE_THE_KILL);
            server.kill();
            assertThat(playing).allSatisfy(player -> assertThat(player).succeedsWithin(PATIENCE));
        }
        assertThat(requests()).filteredOn(request -> request.answer() == null).hasSize(PLAYERS);
        assertThat(requests())
                .filteredOn(request -> request.answer() != null)
                .allSatisfy(request -> assertThat(request.answer())
                        .extracting(Reply::status, Reply::replayed)
                        .containsExactly(200, false));
    }

    private List<Recorded> requests() {
        List<Recorded> all = new ArrayList<>();
        players.forEach(player -> all.addAll(player.requests()));
        return all;
    }

    /** Returns the position of the last event that any of the requests brought about. */
    private static long askAgain(BusyPlayer player, Caller caller) throws Exception {
        long position = 0;
        for (Recorded request : player.requests()) {
            Reply first = request.answer() == null ? caller.again(request) : request.answer();
            position = Math.max(position, Caller.read(first).get("position").asLong());
            assertThat(caller.again(request)).isEqualTo(new Reply(200, first.body(), true));
        }
        return position;
    }

    private static Account account(JsonNode wallet) {
        long available = 0;
        long held = 0;
        for (JsonNode bucket : wallet.get("buckets")) {
            available += bucket.get("available").asLong();
            held += bucket.get("held").asLong();
        }
        return new Account(available + held, held);
    }

    private static void driftsNowhere(Caller caller, long position) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode run = caller.reconcile();
            assertThat(run.get("position").asLong()).isGreaterThanOrEqualTo(position);
            assertThat(run.get("checkedBuckets").asInt()).isGreaterThanOrEqualTo(PLAYERS);
            assertThat(run.get("driftBuckets").asInt()).as("%s", run).isZero();
        });
    }
}
