package io.carat.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.BucketEvent.ReceivableOpened;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementInherited;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerControls;
import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.TransferLimits;
import io.carat.core.rolling.Attribution;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyRef;
import io.carat.core.topology.TransferPair;
import io.carat.core.transfer.TransferAnswer.InheritedPart;
import io.carat.core.transfer.TransferRoute.Between;
import io.carat.core.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of each requirement goes along (rule book §4, Inheritance), decided on states alone. */
class TransferringTest {

    private static final Topology SPLIT = SeedsForTest.split();
    private static final Policy CASINO = SeedsForTest.policy("CASINO");
    private static final Between TO_CASINO = new Between("SPORTS_NORMAL", "CASINO_NORMAL");
    private static final PlayerState PLAYER = new PlayerState(Set.of("KRW"), 7, PlayerControls.NONE);
    private static final Instant EXPIRES_AT = Instant.parse("2027-01-01T00:00:00Z");

    private static Requirement requirement(int number, RequirementKind kind, long remainingMinor) {
        return new Requirement(
                new RequirementTerms(
                        "r" + number,
                        kind,
                        "source-" + number,
                        number,
                        number == 3 ? 0 : 100,
                        remainingMinor + 500,
                        10_000,
                        remainingMinor + 500,
                        Map.of("SPORTS", Contribution.of(1)),
                        new TopologyRef("OLD", 1),
                        new PolicyRef("OLD", 3),
                        EXPIRES_AT,
                        null),
                RequirementStatus.ACTIVE,
                500,
                0,
                0,
                null);
    }

    private static List<Requirement> rolling(String remaining) {
        List<Requirement> open = new ArrayList<>();
        for (String one : remaining.split(" ", -1)) {
            open.add(requirement(open.size() + 1, RequirementKind.DEPOSIT, Long.parseLong(one)));
        }
        return open;
    }

    private static Wallet wallet(long availableMinor, long heldMinor, List<Requirement> rolling) {
        Wallet wallet = new Wallet(SPLIT);
        BucketType source = SPLIT.bucket("SPORTS_NORMAL").orElseThrow();
        BucketType target = SPLIT.bucket("CASINO_NORMAL").orElseThrow();
        BucketType withdrawable = SPLIT.bucket("WITHDRAWABLE").orElseThrow();
        return wallet.with(key(source), source, source(key(source), availableMinor, heldMinor, rolling))
                .with(key(target), target, null)
                .with(key(withdrawable), withdrawable, null);
    }

    private static BucketState source(BucketKey key, long availableMinor, long heldMinor, List<Requirement> rolling) {
        String id = key.bucketId();
        long wholeMinor = availableMinor + heldMinor;
        BucketState state = after(
                BucketState.empty(key, BucketRole.NORMAL),
                new BucketCredited(id, posting(1, wholeMinor, 0, wholeMinor, 0), null, null));
        if (heldMinor > 0) {
            state = after(state, new FundsHeld(id, posting(2, heldMinor, wholeMinor, availableMinor, heldMinor)));
        }
        for (Requirement requirement : rolling) {
            state = after(state, new RequirementImposed(id, requirement.terms()));
            state = after(
                    state,
                    new StakeAttributed(
                            id,
                            "b",
                            new Attribution(
                                    requirement.id(), 10_000, requirement.progressMinor(), requirement.progressMinor()),
                            requirement.progressMinor()));
        }
        return state;
    }

    private static Wallet owing(Wallet wallet) {
        BucketType type = SPLIT.bucket("WITHDRAWABLE").orElseThrow();
        return wallet.with(
                key(type),
                type,
                after(
                        BucketState.empty(key(type), type.role()),
                        new ReceivableOpened(key(type).bucketId(), posting(1, 7, 0, 0, 0), "d", "b")));
    }

    private static BucketState after(BucketState state, BucketEvent event) {
        return BucketState.evolve(state, event);
    }

    private static Posting posting(long entry, long amountMinor, long before, long after, long held) {
        return new Posting(entry, "j", PostingReason.DEPOSIT, "a", "b", amountMinor, before, after, held, "r", null);
    }

    private static BucketKey key(BucketType type) {
        return new BucketKey("acme", "p", "KRW", SPLIT.code(), type.code());
    }

    private static MakeTransfer command(long amountMinor) {
        return new MakeTransfer(
                new RequestKey("k", "f"),
                "acme",
                "p",
                TransferEnds.ofBuckets("SPORTS_NORMAL", "CASINO_NORMAL"),
                new Money(amountMinor, "KRW"));
    }

    private static Decision transfer(long amountMinor, Wallet wallet) {
        return new Transferring(command(amountMinor), TO_CASINO, CASINO, wallet).decide(PLAYER);
    }

    @Test
    void laterBetsAloneCountToWhatWasInherited() {
        Decision decision = transfer(100, wallet(200, 0, rolling("50 60")));
        List<RequirementTerms> children = only(decision, RequirementInherited.class).stream()
                .map(RequirementInherited::requirement)
                .toList();
        assertThat(children).extracting(RequirementTerms::creditNumber).containsExactly(8L, 9L);
        assertThat(children.getFirst().isBefore(PLAYER.lastSequence())).isFalse();
        assertThat(children.getFirst().isBefore(8)).isTrue();
        assertThat(only(decision, RequirementNumbered.class))
                .extracting(RequirementNumbered::sequence)
                .containsExactly(8L, 9L);
    }

    private static List<InheritedPart> parts(Decision decision) {
        return ((TransferAnswer) ((Outcome.Done) decision.outcome()).answer()).requirements();
    }

    private static String numbers(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "available {0}, held {1}, R = {2}, T = {3}: {4} move, {5} stay")
    @CsvSource({
        "80000, 0, 50000, 20000, 12500, 37500",
        "80000, 0, 30001, 20000, 7501, 22500",
        "80000, 0, 50000 30001, 20000, 12500 7501, 37500 22500",
        "30000, 20000, 100000, 30000, 60000, 40000",
        "10000, 0, 7, 10000, 7, 0",
        "10000, 0, 7, 9999, 7, 0",
        "10000, 0, 7, 1, 1, 6",
        "1, 99, 1, 1, 1, 0",
        "3, 0, 1000000000000001, 1, 333333333333334, 666666666666667",
        "1000000000000000, 1000000000000000, 9000000000000000000, 1000000000000000,"
                + " 4500000000000000000, 4500000000000000000"
    })
    void takesTheCeilingOfItsShareOfEach(
            long available, long held, String remaining, long amount, String moved, String left) {
        Decision decision = transfer(amount, wallet(available, held, rolling(remaining)));
        List<InheritedPart> parts = parts(decision);
        assertThat(numbers(parts.stream().map(InheritedPart::moved).toList())).isEqualTo(moved);
        assertThat(numbers(parts.stream().map(InheritedPart::left).toList())).isEqualTo(left);
        assertThat(decision.events().stream().filter(RequirementCompleted.class::isInstance))
                .as("a requirement of which nothing is left is over, by moving")
                .hasSize((int) parts.stream().filter(part -> part.left() == 0).count())
                .allMatch(event -> ((RequirementCompleted) event).reason() == CompletionReason.MOVED);
    }

    @ParameterizedTest
    @EnumSource(
            value = RequirementKind.class,
            names = {"DEPOSIT", "COUPON", "POINTS", "TO_NORMAL", "CORRECTION"})
    void givesTheChildItsParentsPlaceAndTheTargetsContributions(RequirementKind kind) {
        Requirement parent = requirement(3, kind, 50_000);
        Decision decision = transfer(20_000, wallet(80_000, 0, List.of(parent)));
        RequirementInherited inherited =
                only(decision, RequirementInherited.class).getFirst();
        RequirementTerms child = inherited.requirement();
        assertThat(inherited.parentRequirementId()).isEqualTo("r3");
        assertThat(child.parentId()).isEqualTo("r3");
        assertThat(child.kind()).isEqualTo(kind);
        assertThat(child.priority()).isEqualTo(parent.terms().priority());
        assertThat(child.sequence()).isEqualTo(3);
        assertThat(child.sourceId()).isEqualTo("source-3");
        assertThat(child.expiresAt()).isEqualTo(EXPIRES_AT);
        assertThat(child.requiredMinor()).isEqualTo(12_500);
        assertThat(child.contributions()).isEqualTo(CASINO.depositRolling().contributions());
        assertThat(child.topology()).isEqualTo(SPLIT.ref());
        assertThat(child.policy()).isEqualTo(CASINO.ref());
    }

    @Test
    void namesTheChildAfterTheTransferAndItsParent() {
        Decision decision = transfer(20_000, wallet(80_000, 0, rolling("50000 30001")));
        List<RequirementInherited> children = only(decision, RequirementInherited.class);
        assertThat(children).extracting(RequirementInherited::requirementId).doesNotHaveDuplicates();
        assertThat(only(transfer(20_000, wallet(80_000, 0, rolling("50000 30001"))), RequirementInherited.class))
                .isEqualTo(children);
    }

    @Test
    void takesRequirementsAlongInTheOrderOfAttribution() {
        List<Requirement> rolling = List.of(
                requirement(2, RequirementKind.DEPOSIT, 10),
                requirement(1, RequirementKind.DEPOSIT, 20),
                requirement(3, RequirementKind.CORRECTION, 30));
        assertThat(parts(transfer(1, wallet(10, 0, rolling))))
                .extracting(InheritedPart::parent)
                .containsExactly("r3", "r1", "r2");
    }

    @Test
    void booksBothSidesUnderOneJournal() {
        Decision decision = transfer(20_000, wallet(80_000, 0, rolling("50000")));
        List<Posted> postings = only(decision, Posted.class);
        assertThat(postings).hasSize(2);
        assertThat(postings).allMatch(posted -> posted.posting().reason() == PostingReason.TRANSFER);
        assertThat(postings)
                .extracting(posted -> posted.posting().journalId())
                .containsOnly(command(1).transferId() + "/transfer");
        assertThat(postings)
                .extracting(posted -> posted.posting().referenceId())
                .containsOnly(command(1).transferId());
    }

    @Test
    void sweepsWhatNothingCoversAnyMore() {
        Decision decision = transfer(2, wallet(3, 5, rolling("1")));
        assertThat(only(decision, Posted.class))
                .extracting(
                        posted -> posted.posting().reason(),
                        posted -> posted.posting().amountMinor())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PostingReason.TRANSFER, 2L),
                        org.assertj.core.groups.Tuple.tuple(PostingReason.TRANSFER, 2L),
                        org.assertj.core.groups.Tuple.tuple(PostingReason.SWEEP, 1L),
                        org.assertj.core.groups.Tuple.tuple(PostingReason.SWEEP, 1L));
    }

    @Test
    void sweepsTheTargetWhenNothingCameAlong() {
        Decision decision = transfer(2, wallet(3, 0, List.of()));
        assertThat(parts(decision)).isEmpty();
        assertThat(only(decision, BucketCredited.class))
                .extracting(BucketCredited::bucketId)
                .endsWith(key(SPLIT.bucket("WITHDRAWABLE").orElseThrow()).bucketId());
    }

    @Test
    void refusesToSplitRequirementsWithoutEnd() {
        String most = String.join(" ", Collections.nCopies(Transferring.MAX_REQUIREMENTS, "1000"));
        assertThat(told(100, CASINO, wallet(500, 0, rolling(most)), PLAYER)).isEqualTo("DONE");
        assertThat(told(100, CASINO, wallet(500, 0, rolling(most + " 1000")), PLAYER))
                .isEqualTo("ROLLING_TARGET_INELIGIBLE");
    }

    @Test
    void refusesInTheOrderThatIsSaid() {
        Policy bounded = SeedsForTest.with(CASINO, new TransferLimits(100, 200));
        Requirement bonus = requirement(1, RequirementKind.BONUS, 1);
        PlayerState stranger = new PlayerState(Set.of("EUR"), 0, PlayerControls.NONE);
        assertThat(told(99, bounded, owing(wallet(50, 0, List.of(bonus))), stranger))
                .isEqualTo("CURRENCY_MISMATCH");
        assertThat(told(99, bounded, owing(wallet(50, 0, List.of(bonus))), PLAYER))
                .isEqualTo("BELOW_MIN");
        assertThat(told(201, bounded, owing(wallet(50, 0, List.of(bonus))), PLAYER))
                .isEqualTo("ABOVE_MAX");
        assertThat(told(100, bounded, owing(wallet(50, 0, List.of(bonus))), PLAYER))
                .isEqualTo("OPEN_RECEIVABLE");
        assertThat(told(200, bounded, wallet(199, 50, List.of(bonus)), PLAYER))
                .as("held money does not go")
                .isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(told(
                        200,
                        bounded,
                        wallet(200, 0, List.of(requirement(2, RequirementKind.DEPOSIT, 1), bonus)),
                        PLAYER))
                .isEqualTo("ROLLING_TARGET_INELIGIBLE");
        assertThat(told(200, bounded, wallet(200, 0, rolling("1")), PLAYER)).isEqualTo("DONE");
        assertThat(told(100, bounded, wallet(200, 0, rolling("1")), PLAYER)).isEqualTo("DONE");
    }

    private static String told(long amountMinor, Policy policy, Wallet wallet, PlayerState player) {
        Decision decision = new Transferring(command(amountMinor), TO_CASINO, policy, wallet).decide(player);
        String told = LedgerScenario.told(decision.outcome());
        assertThat(decision.events().isEmpty()).isNotEqualTo(told.equals("DONE"));
        return told;
    }

    private static <T> List<T> only(Decision decision, Class<T> type) {
        return decision.events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "SPORTS_NORMAL, SPORTS_NORMAL, SAME_BUCKET",
        "NONE, NONE, SAME_BUCKET",
        "NONE, SPORTS_NORMAL, TOPOLOGY_MISMATCH",
        "SPORTS_NORMAL, COMMON_NORMAL, TOPOLOGY_MISMATCH",
        "SPORTS_NORMAL, SPORTS_BONUS, PAIR_NOT_ALLOWED",
        "SPORTS_BONUS, SPORTS_NORMAL, PAIR_NOT_ALLOWED",
        "SPORTS_NORMAL, WITHDRAWABLE, PAIR_NOT_ALLOWED",
        "WITHDRAWABLE, SPORTS_NORMAL, PAIR_NOT_ALLOWED",
        "SPORTS_NORMAL, POINTS, PAIR_NOT_ALLOWED",
        "POINTS, SPORTS_NORMAL, PAIR_NOT_ALLOWED"
    })
    void closesEveryOtherWay(String from, String to, String code) {
        TransferRoute route = TransferRoute.of(TransferEnds.ofBuckets(from, to), SPLIT);
        assertThat(((TransferRoute.Closed) route).rejection().code()).hasToString(code);
        assertThat(((TransferRoute.Closed) route).rejection().detail().contains("/v2/points"))
                .isEqualTo(from.equals("POINTS"));
    }

    @Test
    void closesAPairThatTheTopologysMatrixLacks() {
        Topology oneWay = new Topology(
                "ONE_WAY",
                1,
                SPLIT.buckets(),
                SPLIT.routes(),
                List.of(new TransferPair("CASINO_NORMAL", "SPORTS_NORMAL")));
        TransferRoute back = TransferRoute.of(TransferEnds.ofBuckets("CASINO_NORMAL", "SPORTS_NORMAL"), oneWay);
        assertThat(back).isEqualTo(new Between("CASINO_NORMAL", "SPORTS_NORMAL"));
        for (TransferEnds ends : List.of(
                TransferEnds.ofBuckets("SPORTS_NORMAL", "CASINO_NORMAL"), TransferEnds.ofProducts("SPORTS", "LIVE"))) {
            TransferRoute there = TransferRoute.of(ends, oneWay);
            assertThat(((TransferRoute.Closed) there).rejection().code()).hasToString("PAIR_NOT_ALLOWED");
        }
    }

    @Test
    void findsTheBucketsOfProducts() {
        TransferEnds sportsToLive = TransferEnds.ofProducts("SPORTS", "LIVE");
        assertThat(TransferRoute.of(sportsToLive, SPLIT)).isEqualTo(TO_CASINO);
        assertThat(TransferRoute.of(sportsToLive, SeedsForTest.unified())).isEqualTo(new TransferRoute.OneBucket());
        assertThat(TransferRoute.of(TransferEnds.ofProducts("LIVE", "SLOTS"), SPLIT))
                .isEqualTo(new TransferRoute.OneBucket());
        for (List<String> ends : Arrays.asList(List.of("POKER", "LIVE"), List.of("SPORTS", "POKER"))) {
            TransferRoute route = TransferRoute.of(TransferEnds.ofProducts(ends.get(0), ends.get(1)), SPLIT);
            assertThat(((TransferRoute.Closed) route).rejection().code()).hasToString("TOPOLOGY_MISMATCH");
        }
    }
}
