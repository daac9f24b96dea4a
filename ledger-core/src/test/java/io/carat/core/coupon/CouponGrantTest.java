package io.carat.core.coupon;

import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.CAMPAIGN_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.COUPON_ALREADY_CLAIMED;
import static io.carat.core.decision.RejectionCode.COUPON_BUDGET_EXHAUSTED;
import static io.carat.core.decision.RejectionCode.COUPON_EXPIRED;
import static io.carat.core.decision.RejectionCode.COUPON_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.COUPON_PLAYER_INELIGIBLE;
import static io.carat.core.decision.RejectionCode.COUPON_REVOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.coupon.CouponCommand.ConfirmCoupon;
import io.carat.core.coupon.CouponCommand.ExpireCoupon;
import io.carat.core.coupon.CouponCommand.GrantCoupon;
import io.carat.core.coupon.CouponCommand.ReadCoupon;
import io.carat.core.coupon.CouponCommand.RevokeCoupon;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.Scope;
import io.carat.core.player.Player;
import io.carat.core.player.PlayerState;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A grant takes its face out of the campaign's budget once, and what is left of it ends once. */
class CouponGrantTest {

    private static final String GRANT = LedgerScenario.grantId("C", "t1");
    private static final AuditNote NOTE = new AuditNote("ann", "by mistake");

    private final LedgerScenario play = withCampaign();

    private static LedgerScenario withCampaign() {
        LedgerScenario play = LedgerScenario.split();
        DefineCampaign large = play.campaignFor("C", CouponTarget.NORMAL, null, List.of("SPORTS"), List.of());
        play.accepts(() -> play.send(large)); // 1,000 grants of 1,000
        return play;
    }

    private void passUntilItIsOver() {
        play.ledger().passTime(Duration.ofDays(365));
    }

    private RevokeCoupon revocation(String grantId) {
        return new RevokeCoupon(play.fresh(), Scope.EVERYTHING, grantId, NOTE);
    }

    private long granted() {
        String id = CampaignTerms.campaignId("acme", "C");
        Outcome.Done read = (Outcome.Done) play.ledger().send(new ReadCampaign(Scope.EVERYTHING, id));
        Long granted = ((CampaignAnswer) read.answer()).granted();
        return granted == null ? -1 : granted;
    }

    private String amounts(String grantId) {
        CouponView grant = play.coupon(grantId);
        return grant.status() + " " + grant.remaining() + "/" + grant.reserved() + "/" + grant.consumed() + "/"
                + grant.expired() + "/" + grant.revoked();
    }

    @Test
    void offersAGrantThatItsConfirmationActivates() {
        play.accepts(() -> play.send(play.grantOf("C", "t1")));
        assertThat(amounts(GRANT)).isEqualTo("OFFERED 1000/0/0/0/0");
        play.accepts(() -> play.send(new ConfirmCoupon(GRANT)));
        assertThat(amounts(GRANT)).isEqualTo("ACTIVE 1000/0/0/0/0");
        int size = play.size();
        play.accepts(() -> play.send(new ConfirmCoupon(GRANT)));
        assertThat(play.since(size)).isEmpty();
        assertThat(play.coupon(GRANT).history()).extracting(CouponStep::status).hasToString("[OFFERED, ACTIVE]");
        assertThat(granted()).isEqualTo(1_000);
        new LedgerAudit().follow(play.ledger().events());
    }

    @Test
    void opensTheWalletInItsCurrency() {
        play.accepts(() -> play.coupon("C", "t1"));
        assertThat(play.balances()).isEmpty();
    }

    @Test
    void grantsOncePerCampaignPlayerAndTrigger() {
        GrantCoupon first = play.grantOf("C", "t1");
        play.accepts(() -> play.send(first));
        assertThat(LedgerScenario.told(play.send(first))).isEqualTo("REPLAYED");
        play.refuses(COUPON_ALREADY_CLAIMED, () -> play.send(play.grantOf("C", "t1")));
        play.refuses(
                COUPON_ALREADY_CLAIMED, () -> play.send(play.grantOf(CampaignTerms.campaignId("acme", "C"), "t1")));
        play.accepts(() -> play.send(play.grantOf("C", "t2")));
        play.accepts(() -> play.send(new GrantCoupon(play.fresh(), "acme", "player-2", "C", "t1")));
        assertThat(granted()).isEqualTo(3_000);
    }

    @Test
    void refusesWhatTheBudgetDoesNotHold() {
        DefineCampaign small = new DefineCampaign(
                play.fresh(),
                "acme",
                "SMALL",
                "KRW",
                2_500,
                1_000,
                List.of("SPORTS"),
                List.of(),
                true,
                CouponTarget.NORMAL,
                null,
                new Expiry(play.ledger().now().plusSeconds(60), null),
                false,
                null,
                null,
                null);
        play.accepts(() -> play.send(small));
        play.accepts(() -> play.send(play.grantOf("SMALL", "t1")));
        play.accepts(() -> play.send(play.grantOf("SMALL", "t2")));
        play.refuses(COUPON_BUDGET_EXHAUSTED, () -> play.send(play.grantOf("SMALL", "t3")));
        play.accepts(() -> play.send(revocation(LedgerScenario.grantId("SMALL", "t2"))));
        play.accepts(() -> play.send(play.grantOf("SMALL", "t3")));
        play.refuses(COUPON_ALREADY_CLAIMED, () -> play.send(play.grantOf("SMALL", "t2")));
    }

    @Test
    void refusesWhomAndWhatItCannotGrantTo() {
        play.refuses(CAMPAIGN_NOT_FOUND, () -> play.send(play.grantOf("NONE", "t1")));
        play.refuses(BRAND_NOT_FOUND, () -> play.send(new GrantCoupon(play.fresh(), "other", "player-1", "C", "t1")));
        String id = CampaignTerms.campaignId("other", "C");
        play.refuses(CAMPAIGN_NOT_FOUND, () -> play.send(play.grantOf(id, "t1")));
        play.accepts(() -> play.send(new FreezePlayer("acme", "player-1", NOTE)));
        play.refuses(COUPON_PLAYER_INELIGIBLE, () -> play.send(play.grantOf("C", "t1")));
        passUntilItIsOver();
        play.refuses(COUPON_EXPIRED, () -> play.send(play.grantOf("C", "t1")));
    }

    @Test
    void expiresOnceItsTimeIsOver() {
        play.accepts(() -> play.coupon("C", "t1"));
        play.accepts(() -> play.send(new ExpireCoupon(GRANT)));
        assertThat(amounts(GRANT)).isEqualTo("ACTIVE 1000/0/0/0/0");
        passUntilItIsOver();
        play.accepts(() -> play.send(new ExpireCoupon(GRANT)));
        assertThat(amounts(GRANT)).isEqualTo("EXPIRED 0/0/0/1000/0");
        int size = play.size();
        play.accepts(() -> play.send(new ExpireCoupon(GRANT)));
        assertThat(play.since(size)).isEmpty();
        play.refuses(COUPON_EXPIRED, () -> play.send(revocation(GRANT)));
        assertThat(granted()).isEqualTo(1_000);
        new LedgerAudit().follow(play.ledger().events());
    }

    @Test
    void expiresAnOfferThatComesToItsConfirmationTooLate() {
        play.accepts(() -> play.send(play.grantOf("C", "t1")));
        passUntilItIsOver();
        play.accepts(() -> play.send(new ConfirmCoupon(GRANT)));
        assertThat(amounts(GRANT)).isEqualTo("EXPIRED 0/0/0/1000/0");
    }

    @Test
    void takesBackOnceWhatIsLeft() {
        play.accepts(() -> play.coupon("C", "t1"));
        play.accepts(() -> play.send(revocation(GRANT)));
        assertThat(amounts(GRANT)).isEqualTo("REVOKED 0/0/0/0/1000");
        assertThat(granted()).isZero();
        play.refuses(COUPON_REVOKED, () -> play.send(revocation(GRANT)));
        play.accepts(() -> play.send(new ConfirmCoupon(GRANT)));
        assertThat(amounts(GRANT)).isEqualTo("REVOKED 0/0/0/0/1000");
        new LedgerAudit().follow(play.ledger().events());
    }

    @Test
    void findsOnlyWhatTheCallerMayReach() {
        play.accepts(() -> play.coupon("C", "t1"));
        Scope other = new Scope("other", Set.of());
        for (String id : List.of("x", "acme.bet.00000000000000000000000000000001", LedgerScenario.grantId("C", "t9"))) {
            play.refuses(COUPON_NOT_FOUND, () -> play.send(new ReadCoupon(Scope.EVERYTHING, id)));
            play.refuses(COUPON_NOT_FOUND, () -> play.send(revocation(id)));
            play.refuses(COUPON_NOT_FOUND, () -> play.send(new ConfirmCoupon(id)));
            play.refuses(COUPON_NOT_FOUND, () -> play.send(new ExpireCoupon(id)));
        }
        play.refuses(COUPON_NOT_FOUND, () -> play.send(new ReadCoupon(other, GRANT)));
        play.refuses(COUPON_NOT_FOUND, () -> play.send(new RevokeCoupon(play.fresh(), other, GRANT, NOTE)));
    }

    @Test
    void holdsItsFaceInExactlyFivePlaces() {
        play.accepts(() -> play.coupon("C", "t1"));
        CouponState grant = new LedgerAuditOf(play).grant();
        CouponAmounts lost = new CouponAmounts(999, 0, 0, 0, 0);
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new CouponState(grant.offered(), true, false, lost, grant.entry(), Map.of(), grant.history()))
                .withMessageContaining("would hold");
        assertThatIllegalStateException().isThrownBy(() -> new CouponAmounts(1_001, -1, 0, 0, 0));
    }

    @Test
    void refusesAHistoryThatDoesNotFollow() {
        play.accepts(() -> play.coupon("C", "t1"));
        CouponState grant = new LedgerAuditOf(play).grant();
        assertThatIllegalStateException()
                .isThrownBy(() -> CouponState.evolve(grant, grant.offered()))
                .withMessageContaining("Granted twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> CouponState.evolve(
                        null,
                        new CouponEvent.CouponConfirmed(GRANT, play.ledger().now())))
                .withMessageContaining("never was");
        CouponMovement movement = new CouponMovement(grant, play.ledger().now());
        movement.reserve(new CouponMovement.Booking("j", "bet", 1), 1_000);
        CouponState reserved = movement.state();
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> movement.events().forEach(event -> CouponState.evolve(reserved, (CouponEvent) event)));
    }

    @Test
    void listsAGrantThatIsOverOnlyWhileThereIsRoom() {
        for (int i = 0; i < 52; i++) {
            String trigger = "t" + i;
            play.accepts(() -> play.coupon("C", trigger));
            if (i == 1) {
                play.accepts(() -> play.send(revocation(LedgerScenario.grantId("C", trigger))));
            }
        }
        RejectionCode gone = COUPON_REVOKED;
        play.refuses(gone, () -> play.send(revocation(LedgerScenario.grantId("C", "t1"))));
        assertThat(new LedgerAuditOf(play).listed())
                .hasSize(51)
                .contains(LedgerScenario.grantId("C", "t0"))
                .doesNotContain(LedgerScenario.grantId("C", "t1"));
    }

    /** The states that a scenario's events come to. */
    private record LedgerAuditOf(LedgerScenario play) {

        CouponState grant() {
            return Objects.requireNonNull(play.ledger().state(CouponGrant.class, GRANT));
        }

        List<String> listed() {
            PlayerState player = play.ledger().state(Player.class, "player:acme:player-1");
            return Objects.requireNonNull(player).coupons().in("KRW");
        }
    }
}
