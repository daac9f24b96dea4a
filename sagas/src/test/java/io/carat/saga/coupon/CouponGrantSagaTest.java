package io.carat.saga.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.coupon.CouponCommand.ConfirmCoupon;
import io.carat.core.coupon.CouponEnd;
import io.carat.core.coupon.CouponEvent.CouponConfirmed;
import io.carat.core.coupon.CouponEvent.CouponForfeited;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import io.carat.saga.shell.CommandDelivery;
import io.carat.saga.shell.SagaShell;
import io.carat.saga.testing.ParkingLot;
import io.carat.saga.testing.ScriptedBus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The saga's shell on Axon's fixture, its state through the serializer that stores it. */
class CouponGrantSagaTest {

    private static final ParkingLot LOT = new ParkingLot();
    private static final Instant AT = Instant.parse("2026-02-01T12:00:00Z");
    private static final CouponOffered OFFERED = offered("g-1");
    private static final CouponConfirmed CONFIRMED = new CouponConfirmed("g-1", AT);
    private static final CouponForfeited FORFEITED = new CouponForfeited(
            "g-1", posting(2, PostingReason.COUPON_REVOCATION, "g-1", "PROMO", 0), CouponEnd.REVOKED, AT);

    private final SagaTestFixture<CouponGrantSaga> fixture = new SagaTestFixture<>(CouponGrantSaga.class);
    private final List<String> told = new ArrayList<>();
    private Object answer = ScriptedBus.DONE;

    private static CouponOffered offered(String grantId) {
        CampaignTerms terms = new CampaignTerms(
                "acme",
                "C",
                "KRW",
                1_000,
                100,
                List.of("SPORTS"),
                List.of(),
                false,
                CouponTarget.NORMAL,
                null,
                AT.plusSeconds(60),
                false,
                null,
                null,
                null);
        return new CouponOffered(
                grantId,
                terms.campaignId(),
                "p-1",
                "t-1",
                terms,
                posting(1, PostingReason.COUPON_GRANT, "PROMO", grantId, 100),
                new TopologyRef("RUBY_SPLIT_V1", 1),
                new PolicyRef("SPORTS", 1),
                "claim-1",
                AT);
    }

    private static Posting posting(long entry, PostingReason reason, String from, String to, long after) {
        return new Posting(entry, "j-1", reason, from, to, 100, 100 - after, after, 0, "g-1", null);
    }

    @BeforeEach
    void wire() {
        LOT.sql().sql("DELETE FROM saga_parked").update();
        fixture.setCallbackBehavior((payload, metaData) -> answer);
        fixture.registerResource(shell(new CommandDelivery(fixture.getCommandBus())));
    }

    @AfterAll
    static void close() {
        LOT.close();
    }

    @Test
    void confirmsWhatWasOffered() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(OFFERED)
                .expectActiveSagas(1)
                .expectAssociationWith("grantId", "g-1")
                .expectDispatchedCommands(new ConfirmCoupon("g-1"));
    }

    @Test
    void endsWhenTheGrantIsConfirmed() {
        fixture.givenAPublished(OFFERED)
                .whenPublishingA(CONFIRMED)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void endsWhenTheGrantIsOverBeforeItWasConfirmed() {
        fixture.givenAPublished(OFFERED)
                .whenPublishingA(FORFEITED)
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void looksAfterEachGrantApart() {
        fixture.givenAPublished(OFFERED)
                .andThenAPublished(offered("g-2"))
                .whenPublishingA(CONFIRMED)
                .expectActiveSagas(1)
                .expectAssociationWith("grantId", "g-2");
    }

    @Test
    void staysParkedUntilTheGrantIsConfirmedAfterAll() {
        answer = ScriptedBus.REFUSED;
        fixture.givenNoPriorActivity().whenPublishingA(OFFERED).expectActiveSagas(1);
        assertThat(LOT.rows()).hasSize(1);
        assertThat(told).containsExactly("coupon-grant g-1");

        fixture.givenNoPriorActivity().whenPublishingA(CONFIRMED).expectActiveSagas(0);
        assertThat(LOT.rows()).isEmpty();
    }

    @Test
    void remembersWhereItStoodWhenItIsStored() {
        StableNameSerializer serializer = StableNameSerializer.general(StableNames.builder()
                .add(CouponGrantSaga.STORED_NAME, CouponGrantSaga.class)
                .build());
        CouponGrantSaga saga = new CouponGrantSaga();
        saga.on(OFFERED, "event-1", shell(new CommandDelivery(ScriptedBus.answering(ScriptedBus.DONE))));
        SerializedObject<byte[]> stored = serializer.serialize(saga, byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("saga.coupon-grant.v1");
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .isEqualTo("{\"state\":{\"@type\":\"confirmed\",\"grantId\":\"g-1\"}}");
        assertThat(serializer.<byte[], CouponGrantSaga>deserialize(stored))
                .usingRecursiveComparison()
                .isEqualTo(saga);
    }

    private SagaShell shell(CommandDelivery delivery) {
        return new SagaShell(
                delivery, LOT.parked(), (saga, key, cause) -> told.add(saga + " " + key), Clock.systemUTC());
    }
}
