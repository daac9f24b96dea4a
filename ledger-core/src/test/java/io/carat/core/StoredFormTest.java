package io.carat.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.access.TokenEvent;
import io.carat.core.bet.BetAnswer;
import io.carat.core.bet.BetEvent;
import io.carat.core.bonus.BonusEvent;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.catalogue.CatalogueEvent;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.claim.ClaimEvent.RequestAnswered;
import io.carat.core.coupon.BudgetEvent;
import io.carat.core.coupon.CampaignEvent;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.decision.Answer;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.deposit.DepositEvent;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.player.PlayerEvent;
import io.carat.core.points.PointsTransferEvent;
import io.carat.core.policy.PolicyEvent;
import io.carat.core.review.ReviewEvent;
import io.carat.core.session.SessionEvent;
import io.carat.core.topology.PlatformEvent;
import io.carat.core.topology.TopologyEvent;
import io.carat.core.transfer.TransferEvent;
import io.carat.core.win.WinEvent;
import io.carat.core.withdrawal.WithdrawalEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored is stored for ever (ADR 0002): the JSON of every event and answer is held against a file that was
 * written when its name was given. A file that no longer fits calls for a new name or an upcaster, never for a new file.
 */
class StoredFormTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final StableNameSerializer SERIALIZER = LedgerTypes.eventSerializer();
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("eventNames")
    void storesEventAsItsGoldenFileSays(String name) throws IOException {
        LedgerEvent sample = samplesByName().get(name);
        assertThat(sample).as("a sample of %s", name).isNotNull();
        SerializedObject<String> stored = SERIALIZER.serialize(sample, String.class);
        assertThat(stored.getType().getName()).isEqualTo(name);
        assertThat(stored.getData()).isEqualTo(golden(name));
        assertThat(SERIALIZER.<String, Object>deserialize(stored)).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("answerNames")
    void storesAnswerAsItsGoldenFileSays(String name) throws IOException {
        Answer sample = StoredSamples.answers().stream()
                .filter(answer -> LedgerTypes.answers().get(name) == answer.getClass())
                .findFirst()
                .orElseThrow();
        RequestAnswered answered = new RequestAnswered("claim", "key", "fingerprint", "claim", sample);
        SerializedObject<String> stored = SERIALIZER.serialize(answered, String.class);
        assertThat(stored.getData()).contains(golden(name));
        assertThat(JSON.readTree(stored.getData()).get("answer").toString()).isEqualTo(golden(name));
        assertThat(SERIALIZER.<String, Object>deserialize(stored)).isEqualTo(answered);
    }

    @ParameterizedTest
    @MethodSource("additionNames")
    void storesLaterMembersAsTheirGoldenFileSays(String name) throws IOException {
        LedgerEvent sample = StoredSamples.additions().get(name);
        SerializedObject<String> stored = SERIALIZER.serialize(sample, String.class);
        assertThat(stored.getType().getName()).isEqualTo(name.substring(0, name.indexOf('+')));
        assertThat(stored.getData()).isEqualTo(golden("additions/" + name));
        assertThat(SERIALIZER.<String, Object>deserialize(stored)).isEqualTo(sample);
    }

    @Test
    void hasOneGoldenFilePerRegisteredName() throws IOException {
        Set<String> names = new TreeSet<>(LedgerTypes.events().keySet());
        names.addAll(LedgerTypes.answers().keySet());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void registersEveryEventOfEveryKind() {
        Set<Class<?>> declared = Stream.of(
                        BetEvent.class,
                        BonusEvent.class,
                        BucketEvent.class,
                        BudgetEvent.class,
                        CampaignEvent.class,
                        CouponEvent.class,
                        CatalogueEvent.class,
                        ClaimEvent.class,
                        DepositEvent.class,
                        PlatformEvent.class,
                        PlayerEvent.class,
                        PointsTransferEvent.class,
                        PolicyEvent.class,
                        ReviewEvent.class,
                        TokenEvent.class,
                        SessionEvent.class,
                        TopologyEvent.class,
                        TransferEvent.class,
                        WinEvent.class,
                        WithdrawalEvent.class)
                .flatMap(StoredFormTest::records)
                .collect(Collectors.toSet());
        assertThat(LedgerTypes.events().values()).containsExactlyInAnyOrderElementsOf(cast(declared));
    }

    @Test
    void registersEveryAnswerToABet() {
        assertThat(LedgerTypes.answers().values())
                .containsAll(cast(records(BetAnswer.class).collect(Collectors.toSet())));
    }

    static Set<String> eventNames() {
        return new TreeSet<>(LedgerTypes.events().keySet());
    }

    static Set<String> additionNames() {
        return new TreeSet<>(StoredSamples.additions().keySet());
    }

    static Set<String> answerNames() {
        return new TreeSet<>(LedgerTypes.answers().keySet());
    }

    private static Map<String, LedgerEvent> samplesByName() {
        Map<String, LedgerEvent> samples = new HashMap<>();
        Stream.concat(StoredSamples.events().stream(), CouponSamples.events(StoredSamples.campaign()).stream())
                .forEach(sample -> samples.put(
                        LedgerTypes.names().nameOf(sample.getClass()).orElseThrow(), sample));
        return samples;
    }

    /** The golden file without the white space that makes it readable; order, numbers and nulls stay as they are. */
    private static String golden(String name) throws IOException {
        return JSON.readTree(Files.readString(GOLDEN.resolve(name + ".json"))).toString();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredFormTest::records)
                : Stream.of(type);
    }

    @SuppressWarnings("unchecked") // what is collected are classes of the kind that is asked for
    private static <T> Set<Class<? extends T>> cast(Set<Class<?>> classes) {
        return (Set<Class<? extends T>>) (Set<?>) classes;
    }
}
