package io.carat.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.LedgerTypes;
import io.carat.core.access.ApiToken;
import io.carat.core.access.TokenCommand.IssueToken;
import io.carat.core.access.TokenCommand.RevokeToken;
import io.carat.core.access.TokenEvent;
import io.carat.core.access.TokenState;
import io.carat.core.bet.BetAuthorization;
import io.carat.core.bet.BetEvent;
import io.carat.core.bet.BetResult;
import io.carat.core.bet.BetState;
import io.carat.core.bet.BetStatus;
import io.carat.core.bonus.Bonus;
import io.carat.core.bonus.BonusEvent;
import io.carat.core.bonus.BonusState;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.catalogue.CatalogueEntry;
import io.carat.core.catalogue.CatalogueEvent;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.claim.Claim;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.claim.ClaimState;
import io.carat.core.coupon.BudgetEvent;
import io.carat.core.coupon.BudgetState;
import io.carat.core.coupon.Campaign;
import io.carat.core.coupon.CampaignBudget;
import io.carat.core.coupon.CampaignEvent;
import io.carat.core.coupon.CampaignState;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.coupon.CouponState;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.deposit.Deposit;
import io.carat.core.deposit.DepositEvent;
import io.carat.core.deposit.DepositState;
import io.carat.core.player.Player;
import io.carat.core.player.PlayerEvent;
import io.carat.core.player.PlayerState;
import io.carat.core.points.PointsTransfer;
import io.carat.core.points.PointsTransferEvent;
import io.carat.core.points.PointsTransferState;
import io.carat.core.policy.PolicyEvent;
import io.carat.core.policy.PolicyState;
import io.carat.core.policy.PolicyVersions;
import io.carat.core.review.ReviewEvent;
import io.carat.core.review.ReviewItem;
import io.carat.core.review.ReviewState;
import io.carat.core.session.GameSession;
import io.carat.core.session.OpenGameSession;
import io.carat.core.session.SessionEvent;
import io.carat.core.session.SessionState;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.Platform;
import io.carat.core.topology.PlatformEvent;
import io.carat.core.topology.PlatformState;
import io.carat.core.topology.TopologyEvent;
import io.carat.core.topology.TopologyState;
import io.carat.core.topology.TopologyVersions;
import io.carat.core.transfer.Transfer;
import io.carat.core.transfer.TransferEvent;
import io.carat.core.transfer.TransferState;
import io.carat.core.win.Win;
import io.carat.core.win.WinEvent;
import io.carat.core.win.WinState;
import io.carat.core.withdrawal.Withdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalEvent;
import io.carat.core.withdrawal.WithdrawalState;
import io.carat.core.withdrawal.WithdrawalStep;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.messaging.annotation.MessageHandlerInvocationException;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shell rebuilds its state from its stream on Axon's fixture, and takes no event of another stream or kind. */
class ShellsTest {

    /** A history with an event of every kind of stream. */
    private static final List<LedgerEvent> HISTORY = history();

    /** A shell, the kind of its events and what its state must be after the events of its first stream. */
    record Shell(Class<? extends LedgerAggregate<?>> type, Class<? extends LedgerEvent> kind, Consumer<Object> holds) {
        List<LedgerEvent> stream() {
            LedgerEvent first =
                    HISTORY.stream().filter(kind::isInstance).findFirst().orElseThrow();
            return HISTORY.stream()
                    .filter(event -> event.streamId().equals(first.streamId()))
                    .toList();
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static List<Shell> shells() {
        return List.of(
                new Shell(
                        WalletBucket.class,
                        BucketEvent.class,
                        state -> assertThat(((BucketState) state).availableMinor())
                                .isEqualTo(3_900)),
                new Shell(
                        BetAuthorization.class,
                        BetEvent.class,
                        state -> assertThat(((BetState.Bet) state).status()).isEqualTo(BetStatus.PARTIALLY_SETTLED)),
                new Shell(
                        Deposit.class,
                        DepositEvent.class,
                        state -> assertThat(((DepositState) state).credited().paymentRef())
                                .isEqualTo("ref-1")),
                new Shell(
                        Withdrawal.class,
                        WithdrawalEvent.class,
                        state -> assertThat(((WithdrawalState) state).status()).hasToString("APPROVED")),
                new Shell(
                        Transfer.class,
                        TransferEvent.class,
                        state -> assertThat(
                                        ((TransferState) state).made().amount().amountMinor())
                                .isEqualTo(100)),
                new Shell(
                        Claim.class,
                        ClaimEvent.class,
                        state -> assertThat(((ClaimState) state).use()).isInstanceOf(ClaimEvent.RequestAnswered.class)),
                new Shell(
                        Player.class,
                        PlayerEvent.class,
                        state ->
                                assertThat(((PlayerState) state).lastSequence()).isEqualTo(4)),
                new Shell(
                        CatalogueItem.class,
                        CatalogueEvent.class,
                        state -> assertThat(state).isInstanceOf(CatalogueEntry.Brand.class)),
                new Shell(
                        PolicyVersions.class,
                        PolicyEvent.class,
                        state -> assertThat(((PolicyState) state)
                                        .active()
                                        .orElseThrow()
                                        .code())
                                .isEqualTo("SPORTS")),
                new Shell(
                        TopologyVersions.class,
                        TopologyEvent.class,
                        state -> assertThat(((TopologyState) state).version(1)).isPresent()),
                new Shell(
                        Campaign.class,
                        CampaignEvent.class,
                        state -> assertThat(((CampaignState) state).terms().code())
                                .isEqualTo("C1")),
                new Shell(
                        CampaignBudget.class,
                        BudgetEvent.class,
                        state ->
                                assertThat(((BudgetState) state).grantedMinor()).isEqualTo(1_000)),
                new Shell(
                        CouponGrant.class,
                        CouponEvent.class,
                        state -> assertThat(((CouponState) state).status()).hasToString("ACTIVE")),
                new Shell(
                        Bonus.class,
                        BonusEvent.class,
                        state -> assertThat(((BonusState) state).cancelled()).isTrue()),
                new Shell(
                        Win.class,
                        WinEvent.class,
                        state -> assertThat(((WinState) state).recorded().transactionId())
                                .isEqualTo("w1")),
                new Shell(
                        PointsTransfer.class,
                        PointsTransferEvent.class,
                        state -> assertThat(((PointsTransferState) state)
                                        .transferred()
                                        .points())
                                .isEqualTo(200)),
                new Shell(
                        ReviewItem.class,
                        ReviewEvent.class,
                        state -> assertThat(((ReviewState) state).opened().requiredMinor())
                                .isEqualTo(10_000)),
                new Shell(
                        GameSession.class,
                        SessionEvent.class,
                        state -> assertThat(((SessionState) state).opened().playerId())
                                .isEqualTo("player-1")),
                new Shell(
                        ApiToken.class,
                        TokenEvent.class,
                        state -> assertThat(((TokenState) state).revoked()).isTrue()),
                new Shell(
                        Platform.class,
                        PlatformEvent.class,
                        state -> assertThat(
                                        ((PlatformState) state).activeTopology().code())
                                .isEqualTo("RUBY_SPLIT_V1")));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void rebuildsItsStateFromItsStream(Shell shell) {
        LedgerAggregate<?> rebuilt = load(shell.type, shell.stream());
        assertThat(rebuilt.state()).isNotNull();
        shell.holds.accept(rebuilt.state());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void refusesAnEventOfAnotherStream(Shell shell) {
        LedgerEvent foreign = HISTORY.stream()
                .filter(event -> !shell.kind.isInstance(event))
                .findFirst()
                .orElseThrow();
        AggregateTestFixture<? extends LedgerAggregate<?>> fixture = fixture(shell.type);
        fixture.given(shell.stream())
                .andGiven(foreign)
                .when(new Load(shell.stream().getFirst().streamId()))
                .expectException(IllegalStateException.class)
                .expectExceptionMessage(foreign + " does not belong to "
                        + shell.stream().getFirst().streamId());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void refusesAnEventOfAnotherKindAsItsFirst(Shell shell) {
        LedgerEvent foreign = HISTORY.stream()
                .filter(event -> !shell.kind.isInstance(event))
                .findFirst()
                .orElseThrow();
        fixture(shell.type).given(foreign).when(new Load(foreign.streamId())).expectException(ClassCastException.class);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void hasAPermanentTypeName(Shell shell) {
        AggregateRoot root = shell.type.getAnnotation(AggregateRoot.class);
        assertThat(root.type()).matches("[a-z]+(-[a-z]+)*").isNotEqualTo(shell.type.getSimpleName());
    }

    @Test
    void coversEveryRegisteredEvent() {
        assertThat(LedgerTypes.events().values())
                .allMatch(event -> shells().stream().anyMatch(shell -> shell.kind.isAssignableFrom(event)));
    }

    private static LedgerAggregate<?> load(Class<? extends LedgerAggregate<?>> type, List<LedgerEvent> events) {
        LedgerAggregate<?>[] loaded = new LedgerAggregate<?>[1];
        fixture(type)
                .given(events)
                .when(new Load(events.getFirst().streamId()))
                .expectSuccessfulHandlerExecution()
                .expectState(root -> loaded[0] = root);
        return loaded[0];
    }

    private static <A extends LedgerAggregate<?>> AggregateTestFixture<A> fixture(Class<A> type) {
        AggregateTestFixture<A> fixture = new AggregateTestFixture<>(type);
        fixture.registerAggregateFactory(new GenericAggregateFactory<>(type));
        fixture.registerAnnotatedCommandHandler(new Loading(fixture));
        return fixture;
    }

    /** Loads the fixture's aggregate. */
    record Load(String id) {}

    record Loading(AggregateTestFixture<?> fixture) {
        @CommandHandler
        @Nullable
        Object handle(Load command) {
            Repository<?> repository = fixture.getRepository();
            try {
                repository.load(command.id);
            } catch (MessageHandlerInvocationException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            return null;
        }
    }

    private static List<LedgerEvent> history() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000, "ref-1"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 5_000, "ref-2"));
        play.accepts(() -> play.bet("b1", 7_000));
        play.accepts(() -> play.settle("b1", "t1", 1_000, BetResult.WIN, false));
        RequestWithdrawal request = play.withdrawal(500);
        play.accepts(() -> play.send(request));
        play.accepts(() -> play.move(request.withdrawalId(), WithdrawalStep.APPROVE));
        AuditNote note = new AuditNote("ann", "test");
        play.accepts(() -> play.send(new IssueToken("t1", "till", "OPS", "acme", List.of(), note)));
        play.accepts(() -> play.send(new RevokeToken("t1", "till", note)));
        play.accepts(() -> play.send(new OpenGameSession(
                LedgerScenario.BRAND,
                LedgerScenario.PLAYER,
                LedgerScenario.CURRENCY,
                "hub88",
                "digest-of-a-token",
                Instant.parse("2026-02-01T00:00:00Z"))));
        play.accepts(() -> play.campaign("C1", CouponTarget.WITHDRAWABLE, null));
        play.accepts(() -> play.win("C1", "w1", 300));
        play.accepts(() -> play.coupon("C1", "trigger-1"));
        play.accepts(() -> play.cancel(play.grant("SPORTS_BONUS", 1_000, null)));
        play.accepts(() -> play.transfer("SPORTS_NORMAL", "CASINO_NORMAL", 100));
        play.accepts(() -> play.points(250, null));
        play.accepts(() -> play.transferPoints("CASINO_NORMAL", 250));
        return Stream.concat(play.ledger().events().stream(), reviews().stream())
                .toList();
    }

    /** A bet that fulfilled its deposit's rolling is void: people are to look at it. */
    private static List<LedgerEvent> reviews() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 25_000));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        return play.ledger().events().stream()
                .filter(ReviewEvent.class::isInstance)
                .toList();
    }
}
