package io.carat.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carat.api.startup.DataDirectory;
import io.carat.api.wiring.Jar.Fill;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.host.OneLine;
import io.carat.core.signedhead.ChainFolder;
import io.carat.core.signedhead.HeadSigner;
import io.carat.core.signedhead.PublicKeys;
import io.carat.core.signedhead.PublicKeys.Verdict;
import io.carat.core.signedhead.SignedHead;
import io.carat.core.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the wiring keeps signed heads. */
class SignedHeadTest {

    /** Not a configuration by annotation, so that no component scan takes it in. */
    static class WithDataDirectory {

        @Bean
        DataDirectory dataDirectory(Environment environment) {
            return DataDirectory.take(Path.of(environment.getRequiredProperty("test.data")));
        }
    }

    /** Appends when everything is being stopped, as late as the event store can. */
    static class WithLastWord {

        @Bean(destroyMethod = "say")
        LastWord lastWord(LedgerEventStore store) {
            return new LastWord(store);
        }
    }

    record LastWord(LedgerEventStore store) {
        void say() {
            String jar = "jar-" + UUID.randomUUID();
            store.publish(new GenericDomainEventMessage<>("jar", jar, 0, new Jar.Filled(jar, 1)));
        }
    }

    @TempDir
    Path data;

    private TestDatabase database;
    private ChainFolder kept;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh().migrate();
        kept = ChainFolder.in(data);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("test.data=" + data);
        return TrapApplication.start(database, all, WithDataDirectory.class, WithLastWord.class);
    }

    private static void fill(ConfigurableApplicationContext application, String jar) {
        application.getBean(CommandGateway.class).sendAndWait(new Fill(jar, 1));
    }

    private long logEnd() {
        return number("SELECT last_position FROM event_log_head");
    }

    private long number(String sql) {
        return JdbcClient.create(database.dataSource())
                .sql(sql)
                .query(Long.class)
                .single();
    }

    @Test
    void coversAllThatWasAppendedByACleanStop() throws Exception {
        try (var application = start()) {
            fill(application, "jar-1");
            fill(application, "jar-2");
        }

        SignedHead head = kept.heads().last().orElseThrow();
        assertThat(head.position()).isEqualTo(logEnd()).isGreaterThanOrEqualTo(3);
        assertThat(PublicKeys.in(List.of(kept.keys())).verdictOn(head)).isEqualTo(Verdict.VALID);
        assertThat(number("SELECT max(position) FROM signed_head")).isEqualTo(head.position());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.signingKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void signsWhileTheLogMovesWithTheKeyThatWasNamed() throws Exception {
        Path key = data.resolve("node.pem");
        try (var application = start("carat.chain.key-file=" + key, "carat.chain.sign-every=100ms")) {
            fill(application, "jar-1");
            await().until(() -> number("SELECT count(*) FROM signed_head") > 0);
        }

        assertThat(key).exists();
        assertThat(kept.signingKey()).doesNotExist();
    }

    @Test
    void goesOnWithItsKeyAndItsHeads() throws Exception {
        try (var application = start()) {
            fill(application, "jar-1");
        }
        SignedHead first = kept.heads().last().orElseThrow();
        try (var application = start()) {
            fill(application, "jar-1");
        }

        SignedHead second = kept.heads().last().orElseThrow();
        assertThat(second.position()).isEqualTo(logEnd()).isGreaterThan(first.position());
        assertThat(second.keyId()).isEqualTo(first.keyId());
    }

    @Test
    void refusesAKeyThatIsNoneAndAnIntervalThatIsTooShort() throws Exception {
        Path key = Files.writeString(data.resolve("node.pem"), "no key");

        assertRefused("carat.chain.key-file=" + key, "the signing key " + key + " has no PRIVATE KEY");
        assertRefused(
                "carat.chain.sign-every=0s",
                "the setting carat.chain.sign-every = '0ms' is not valid: expected 100ms or more");
    }

    private void assertRefused(String setting, String reason) {
        assertThatThrownBy(() -> start(setting).close())
                .satisfies(failure ->
                        assertThat(OneLine.rootOf(failure).getMessage()).contains(reason));
    }

    @Test
    void doesWithoutWhereThereIsNoDataDirectory() {
        try (var application = TrapApplication.start(database)) {
            assertThat(application.getBeansOfType(HeadSigner.class)).isEmpty();
        }
    }
}
