package io.carat.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetCommand;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetCommand.CashOutBet;
import io.carat.core.bet.BetCommand.CorrectBet;
import io.carat.core.bet.BetCommand.RollbackBet;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.bet.BetResult;
import io.carat.core.bonus.BonusView;
import io.carat.core.bonus.CancelBonus;
import io.carat.core.bonus.GrantBonus;
import io.carat.core.bonus.ReadBonus;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.configuration.ConfigurationCommand.ActivateFirstTopology;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.configuration.ConfigurationCommand.DefinePolicy;
import io.carat.core.configuration.ConfigurationCommand.DefineTopology;
import io.carat.core.configuration.ConfigurationCommand.RegisterGame;
import io.carat.core.configuration.ConfigurationCommand.RegisterProvider;
import io.carat.core.coupon.CouponCommand.ConfirmCoupon;
import io.carat.core.coupon.CouponCommand.GrantCoupon;
import io.carat.core.coupon.CouponCommand.ReadCoupon;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.coupon.CouponView;
import io.carat.core.coupon.DefineCampaign;
import io.carat.core.coupon.Expiry;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.money.Money;
import io.carat.core.points.PointsAnswer.PointsView;
import io.carat.core.points.PointsCommand.CreditPoints;
import io.carat.core.points.PointsCommand.ExpirePoints;
import io.carat.core.points.PointsCommand.ReadPoints;
import io.carat.core.points.PointsCommand.RestorePoints;
import io.carat.core.points.PointsCommand.TransferPoints;
import io.carat.core.policy.Policy;
import io.carat.core.topology.Topology;
import io.carat.core.transfer.MakeTransfer;
import io.carat.core.transfer.TransferEnds;
import io.carat.core.wallet.ReadWallet;
import io.carat.core.wallet.WalletSnapshot;
import io.carat.core.win.RecordWin;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalStep;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One player of brand acme, one line per step. Every step is sent under a request key of its own unless it is named;
 * amounts are minor units of KRW.
 */
public final class LedgerScenario {

    /** The scenario's brand. */
    public static final String BRAND = "acme";

    /** The scenario's player. */
    public static final String PLAYER = "player-1";

    /** The scenario's currency. */
    public static final String CURRENCY = "KRW";

    private final InMemoryLedger ledger = new InMemoryLedger();
    private int requests;
    private @Nullable Object lastSent;

    private LedgerScenario() {}

    /** A seeded platform under this topology and these policies. */
    public static LedgerScenario under(Topology topology, Policy... policies) {
        LedgerScenario scenario = new LedgerScenario();
        scenario.ledger.send(new DefineBrand(BRAND, List.of(CURRENCY, "EUR"), "UTC"));
        for (String provider : List.of("generic", "hub88")) {
            scenario.ledger.send(new RegisterProvider(provider));
            scenario.ledger.send(new RegisterGame(provider, "sports-1", "SPORTS"));
            scenario.ledger.send(new RegisterGame(provider, "live-1", "LIVE"));
            scenario.ledger.send(new RegisterGame(provider, "slots-1", "SLOTS"));
        }
        scenario.ledger.send(new DefineTopology(topology));
        for (Policy policy : policies) {
            scenario.ledger.send(new DefinePolicy(policy));
        }
        scenario.ledger.send(new ActivateFirstTopology(topology.ref()));
        return scenario;
    }

    /** The platform as it is on its first start. */
    public static LedgerScenario split() {
        return under(SeedsForTest.split(), SeedsForTest.policy("SPORTS"), SeedsForTest.policy("CASINO"));
    }

    /** As on the first start, but with these rules for sports; casino deposits owe no rolling and go to WITHDRAWABLE. */
    public static LedgerScenario splitWith(Policy sports) {
        Policy casino = SeedsForTest.with(SeedsForTest.policy("CASINO"), SeedsForTest.depositRolling(0));
        return under(SeedsForTest.split(), sports, casino);
    }

    /** The ledger beneath. */
    public InMemoryLedger ledger() {
        return ledger;
    }

    /** Sends any command. */
    public Outcome send(Object command) {
        lastSent = command;
        return ledger.send(command);
    }

    /** The command of the last step. */
    public Object lastSent() {
        return Objects.requireNonNull(lastSent, "nothing was sent yet");
    }

    /** How many events there are. */
    public int size() {
        return ledger.size();
    }

    /** The events appended since there were so many. */
    public List<LedgerEvent> since(int size) {
        return ledger.since(size);
    }

    /** A request key that was not used before, with a payload of its own. */
    public RequestKey fresh() {
        requests++;
        return new RequestKey("key-" + requests, "payload-" + requests);
    }

    /** Pays an amount in under a payment reference of its own. */
    public Outcome deposit(String target, long amountMinor) {
        return deposit(target, amountMinor, "payment-" + requests);
    }

    /** Pays an amount in. */
    public Outcome deposit(String target, long amountMinor, String paymentRef) {
        return send(new CreditDeposit(fresh(), BRAND, PLAYER, target, money(amountMinor), paymentRef));
    }

    /** Grants a bonus at the policy's multiplier. */
    public Outcome bonus(String bucket, long amountMinor) {
        return bonus(bucket, amountMinor, null, null);
    }

    /** Grants a bonus. */
    public Outcome bonus(String bucket, long amountMinor, @Nullable Integer multiplierBps, @Nullable Long capMinor) {
        return send(new GrantBonus(fresh(), BRAND, PLAYER, bucket, money(amountMinor), multiplierBps, capMinor));
    }

    /** Grants a bonus at the policy's multiplier that ends then, or never; returns its id. */
    public String grant(String bucket, long amountMinor, @Nullable Instant expiresAt) {
        GrantBonus grant = new GrantBonus(
                fresh(),
                BRAND,
                PLAYER,
                bucket,
                money(amountMinor),
                null,
                null,
                expiresAt == null ? null : new Expiry(expiresAt, null),
                null);
        accepts(() -> send(grant));
        return grant.bonusId();
    }

    /** The command that grants a bonus, at this multiplier, on the deposit of this reference, until then or for ever. */
    public GrantBonus grantOn(
            String paymentRef, String bucket, long amountMinor, int multiplierBps, @Nullable Instant expiresAt) {
        return new GrantBonus(
                fresh(),
                BRAND,
                PLAYER,
                bucket,
                money(amountMinor),
                multiplierBps,
                null,
                expiresAt == null ? null : new Expiry(expiresAt, null),
                DerivedId.of(BRAND, "deposit", paymentRef));
    }

    /** Takes a bonus back. */
    public Outcome cancel(String bonusId) {
        return send(new CancelBonus(fresh(), Scope.EVERYTHING, bonusId, new AuditNote("ann", "granted by mistake")));
    }

    /** A bonus as it stands. */
    public BonusView bonusOf(String bonusId) {
        return switch (send(new ReadBonus(Scope.EVERYTHING, bonusId))) {
            case Outcome.Done done -> (BonusView) done.answer();
            case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Places a sports bet without odds. */
    public Outcome bet(String betId, long stakeMinor) {
        return bet(betId, "sports-1", stakeMinor, null);
    }

    /** Places a bet. */
    public Outcome bet(String betId, String gameId, long stakeMinor, @Nullable Integer oddsMilli) {
        return send(authorize(fresh(), betId, gameId, stakeMinor, oddsMilli));
    }

    /** The command that places a bet. */
    public AuthorizeBet authorize(
            RequestKey request, String betId, String gameId, long stakeMinor, @Nullable Integer oddsMilli) {
        return new AuthorizeBet(
                request, BRAND, PLAYER, "generic", gameId, betId, "round-" + betId, money(stakeMinor), oddsMilli);
    }

    /** Places a sports bet at odds of 2 that names a coupon of the player. */
    public Outcome betWith(String grantId, String betId, long stakeMinor) {
        return send(new AuthorizeBet(
                fresh(),
                BRAND,
                PLAYER,
                "generic",
                "sports-1",
                betId,
                "round-" + betId,
                money(stakeMinor),
                2_000,
                grantId));
    }

    /** Settles a bet with its last win. */
    public Outcome settle(String betId, String transactionId, long payoutMinor) {
        return settle(betId, transactionId, payoutMinor, BetResult.WIN, true);
    }

    /** Settles a bet. */
    public Outcome settle(String betId, String transactionId, long payoutMinor, BetResult result, boolean closesRound) {
        return send(
                new SettleBet(fresh(), Scope.EVERYTHING, idOf(betId), transactionId, payoutMinor, result, closesRound));
    }

    /** Rolls a bet back by its authorization. */
    public Outcome rollback(String betId, String transactionId) {
        return send(new RollbackBet(fresh(), Scope.EVERYTHING, idOf(betId), transactionId));
    }

    /** Rolls a bet back by its betId: it may not have come yet. */
    public Outcome rollbackByBetId(String betId, String transactionId) {
        return send(rollbackOf(PLAYER, CURRENCY, betId, transactionId));
    }

    /** The command that rolls a bet back by its betId. */
    public RollbackBetByBetId rollbackOf(String playerId, String currency, String betId, String transactionId) {
        return new RollbackBetByBetId(
                fresh(), Scope.EVERYTHING, BRAND, playerId, currency, "generic", betId, transactionId);
    }

    /** Voids a bet: all of it, or a part of its stake. */
    public Outcome voidBet(String betId, String transactionId, @Nullable Long refundedStakeMinor) {
        return send(new VoidBet(fresh(), Scope.EVERYTHING, idOf(betId), transactionId, refundedStakeMinor));
    }

    /** Cashes a part of a bet out. */
    public Outcome cashOut(String betId, String transactionId, long closedStakeMinor, long priceMinor) {
        return send(
                new CashOutBet(fresh(), Scope.EVERYTHING, idOf(betId), transactionId, closedStakeMinor, priceMinor));
    }

    /** Corrects a settlement of a bet, all of them where none is named. */
    public Outcome correct(
            String betId, String transactionId, @Nullable String correctsTransactionId, long payoutMinor) {
        return send(new CorrectBet(
                fresh(), Scope.EVERYTHING, idOf(betId), transactionId, correctsTransactionId, payoutMinor));
    }

    /** What a bet on sports may take in all, in minor units; 0 while there is no wallet. */
    public long sportsFundsMinor() {
        return switch (ledger.send(new ReadWallet(BRAND, PLAYER, CURRENCY))) {
            case Outcome.Done done ->
                ((WalletSnapshot) done.answer())
                        .buckets().stream()
                                .filter(bucket -> !bucket.type().startsWith("CASINO")
                                        && !bucket.type().equals("POINTS"))
                                .mapToLong(bucket -> bucket.available())
                                .sum();
            case Outcome.Refused ignored -> 0;
        };
    }

    /** What the wallet owes, oldest first. */
    public List<Long> receivables() {
        return snapshot().receivables().stream().map(debt -> debt.amount()).toList();
    }

    /** Moves money from one NORMAL bucket to another. */
    public Outcome transfer(String from, String to, long amountMinor) {
        return send(transferOf(from, to, amountMinor));
    }

    /** The command that moves money from one NORMAL bucket to another. */
    public MakeTransfer transferOf(String from, String to, long amountMinor) {
        return new MakeTransfer(fresh(), BRAND, PLAYER, TransferEnds.ofBuckets(from, to), money(amountMinor));
    }

    /** Asks for a withdrawal; the command names its id. */
    public RequestWithdrawal withdrawal(long amountMinor) {
        return new RequestWithdrawal(fresh(), BRAND, PLAYER, money(amountMinor), null);
    }

    /** Takes a withdrawal a step further. */
    public Outcome move(String withdrawalId, WithdrawalStep step) {
        return send(new MoveWithdrawal(fresh(), Scope.EVERYTHING, withdrawalId, step));
    }

    /** Defines a campaign for all products of every provider, sports first, at this multiplier. */
    public Outcome campaign(String code, CouponTarget target, @Nullable Integer multiplierBps) {
        return send(campaignFor(code, target, multiplierBps, List.of("SPORTS", "LIVE", "SLOTS"), List.of()));
    }

    /** The command that defines a campaign until the end of 2026. */
    public DefineCampaign campaignFor(
            String code,
            CouponTarget target,
            @Nullable Integer multiplierBps,
            List<String> products,
            List<String> providers) {
        return new DefineCampaign(
                fresh(),
                BRAND,
                code,
                CURRENCY,
                1_000_000,
                1_000,
                products,
                providers,
                true,
                target,
                multiplierBps,
                new Expiry(Instant.parse("2026-12-31T00:00:00Z"), null),
                false,
                null,
                null,
                null);
    }

    /** Defines a campaign for sports, until the end of 2026. */
    public Outcome campaign(
            String code, CouponTarget target, long faceMinor, boolean stakeReturned, boolean partialUse) {
        Instant end = Instant.parse("2026-12-31T00:00:00Z");
        return campaign(code, target, faceMinor, stakeReturned, partialUse, end);
    }

    /** Defines a campaign for sports, until a time. */
    public Outcome campaign(
            String code,
            CouponTarget target,
            long faceMinor,
            boolean stakeReturned,
            boolean partialUse,
            Instant expiresAt) {
        return send(new DefineCampaign(
                fresh(),
                BRAND,
                code,
                CURRENCY,
                1_000_000,
                faceMinor,
                List.of("SPORTS"),
                List.of(),
                stakeReturned,
                target,
                null,
                new Expiry(expiresAt, null),
                partialUse,
                null,
                null,
                null));
    }

    /** A grant as {@code "RESERVED 0/3000/0/0/0"}: remaining / reserved / consumed / expired / revoked. */
    public String amounts(String grantId) {
        CouponView grant = coupon(grantId);
        return grant.status() + " " + grant.remaining() + "/" + grant.reserved() + "/" + grant.consumed() + "/"
                + grant.expired() + "/" + grant.revoked();
    }

    /** Grants the player a coupon of a campaign and confirms it, as the saga does. */
    public Outcome coupon(String campaign, String trigger) {
        Outcome granted = send(grantOf(campaign, trigger));
        if (granted instanceof Outcome.Done) {
            ledger.send(new ConfirmCoupon(grantId(campaign, trigger)));
        }
        return granted;
    }

    /** The command that grants the player a coupon of a campaign. */
    public GrantCoupon grantOf(String campaign, String trigger) {
        return new GrantCoupon(fresh(), BRAND, PLAYER, campaign, trigger);
    }

    /** The id of the player's grant of a campaign. */
    public static String grantId(String campaign, String trigger) {
        return new GrantCoupon(new RequestKey("", ""), BRAND, PLAYER, campaign, trigger).grantId();
    }

    /** A grant as it stands. */
    public CouponView coupon(String grantId) {
        return switch (ledger.send(new ReadCoupon(Scope.EVERYTHING, grantId))) {
            case Outcome.Done done -> (CouponView) done.answer();
            case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Wins without a bet. */
    public Outcome win(String campaign, String transactionId, long payoutMinor) {
        return send(winOf(campaign, transactionId, payoutMinor));
    }

    /** The command of a win without a bet and without a game. */
    public RecordWin winOf(String campaign, String transactionId, long payoutMinor) {
        return new RecordWin(
                fresh(), BRAND, PLAYER, "generic", campaign, null, null, transactionId, money(payoutMinor));
    }

    /** Credits points as a lot that expires at a time, null for never. */
    public Outcome points(long points, @Nullable Instant expiresAt) {
        Expiry expiry = expiresAt == null ? null : new Expiry(expiresAt, null);
        return send(new CreditPoints(fresh(), BRAND, PLAYER, points, expiry, "loyalty"));
    }

    /** Exchanges points for money in a NORMAL bucket. */
    public Outcome transferPoints(String to, long points) {
        return send(new TransferPoints(fresh(), BRAND, PLAYER, CURRENCY, to, points));
    }

    /** Expires the points that are due. */
    public Outcome expirePoints() {
        return send(new ExpirePoints(BRAND, PLAYER));
    }

    /** Gives expired points back as a lot that expires at a time. */
    public Outcome restorePoints(String expiryId, long points, Instant expiresAt) {
        AuditNote note = new AuditNote("finance-1", "by mistake");
        return send(new RestorePoints(fresh(), BRAND, PLAYER, expiryId, points, new Expiry(expiresAt, null), note));
    }

    /** The player's points. */
    public PointsView pointsView() {
        return (PointsView) ((Outcome.Done) ledger.send(new ReadPoints(BRAND, PLAYER))).answer();
    }

    /** The buckets that hold anything, each as {@code CODE available+held}. */
    public String balances() {
        return snapshot().buckets().stream()
                .filter(bucket -> bucket.available() != 0 || bucket.held() != 0)
                .map(bucket -> bucket.type() + " " + bucket.available() + "+" + bucket.held())
                .collect(Collectors.joining(", "));
    }

    /** The open requirements, each as {@code BUCKET progress/required}. */
    public String rolling() {
        return snapshot().rolling().stream()
                .map(open -> open.bucket() + " " + open.progress() + "/" + open.required())
                .collect(Collectors.joining(", "));
    }

    /** The wallet as it is. */
    public WalletSnapshot snapshot() {
        return switch (ledger.send(new ReadWallet(BRAND, PLAYER, CURRENCY))) {
            case Outcome.Done done -> (WalletSnapshot) done.answer();
            case Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** The authorization id of a bet. */
    public static String idOf(String betId) {
        return BetCommand.authorizationId(BRAND, "generic", betId);
    }

    /** An amount in the scenario's currency. */
    public static Money money(long amountMinor) {
        return new Money(amountMinor, CURRENCY);
    }

    /** What an outcome tells: DONE, REPLAYED, a refusal's code, or the code with REPLAYED. */
    public static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.replayedFrom() == null ? "DONE" : "REPLAYED";
            case Outcome.Refused refused -> refused.rejection().code() + (refused.replayed() ? " REPLAYED" : "");
        };
    }

    /** Takes a step that must be refused with this code and append nothing but its stored refusal. */
    public void refuses(RejectionCode code, Supplier<Outcome> step) {
        int before = size();
        assertThat(told(step.get())).isEqualTo(code.name());
        List<LedgerEvent> appended = since(before);
        assertThat(appended).allMatch(event -> event instanceof ClaimEvent.RequestRefused);
        assertThat(appended.isEmpty()).as("%s is decided anew on a retry", code).isEqualTo(!code.stored());
    }

    /** Takes a step that must be accepted. */
    public void accepts(Supplier<Outcome> step) {
        assertThat(told(step.get())).isEqualTo("DONE");
    }
}
