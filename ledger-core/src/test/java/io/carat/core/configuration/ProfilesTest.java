package io.carat.core.configuration;

import static io.carat.core.decision.RejectionCode.PROFILE_INVALID;
import static io.carat.core.decision.RejectionCode.PROFILE_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.PROVIDER_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.VERSION_IMMUTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.catalogue.CatalogueCommand.ActivateProfile;
import io.carat.core.catalogue.CatalogueCommand.ConnectProvider;
import io.carat.core.catalogue.CatalogueCommand.DefineProfile;
import io.carat.core.catalogue.CatalogueCommand.ReadProvider;
import io.carat.core.catalogue.CatalogueCommand.SeedProfile;
import io.carat.core.catalogue.CatalogueCommand.SetBrand;
import io.carat.core.catalogue.ProviderAnswer;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.provider.CallbackContract;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.PayoutBasis;
import io.carat.core.provider.ProfileCheck;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.ProviderProfile.BetRules;
import io.carat.core.provider.ProviderProfile.Bounds;
import io.carat.core.provider.ProviderProfile.Replies;
import io.carat.core.provider.ProviderProfile.Retry;
import io.carat.core.provider.ProviderProfile.Wire;
import io.carat.core.provider.SignatureScheme;
import io.carat.core.provider.WireCode;
import io.carat.core.testing.LedgerScenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Profiles are versions that never change, complete and free of contradictions. */
class ProfilesTest {

    private static final AuditNote AUDIT = new AuditNote("first-admin", "a new contract");
    private static final ProviderProfile GENERIC = SeededProfiles.generic();
    private static final ProviderProfile HUB88 = SeededProfiles.hub88("acme");

    private final LedgerScenario play = LedgerScenario.split();

    private static ProviderProfile with(int version, Wire wire, BetRules bets, Replies replies, Bounds bounds) {
        return new ProviderProfile("generic", version, wire, bets, replies, bounds);
    }

    private static ProviderProfile version(int version) {
        return with(version, GENERIC.wire(), GENERIC.bets(), GENERIC.replies(), GENERIC.bounds());
    }

    private static ProviderProfile wire(Wire wire) {
        return with(2, wire, GENERIC.bets(), GENERIC.replies(), GENERIC.bounds());
    }

    private static ProviderProfile codes(Map<String, WireCode> changed) {
        Map<String, WireCode> codes = new HashMap<>(GENERIC.replies().codes());
        changed.forEach((name, code) -> {
            if (code.code().isEmpty()) {
                codes.remove(name);
            } else {
                codes.put(name, code);
            }
        });
        Replies replies = GENERIC.replies();
        return with(
                2,
                GENERIC.wire(),
                GENERIC.bets(),
                new Replies(
                        replies.unknownBetRollback(),
                        replies.repeatedRollback(),
                        codes,
                        replies.otherRefusal(),
                        replies.retry()),
                GENERIC.bounds());
    }

    private ProviderAnswer read() {
        return (ProviderAnswer) ((Outcome.Done) play.send(new ReadProvider("generic"))).answer();
    }

    @Test
    void theSeededOnesAreComplete() {
        assertThat(ProfileCheck.problem(GENERIC)).isEmpty();
        assertThat(ProfileCheck.problem(HUB88)).isEmpty();
    }

    @Test
    void seedsOnceAndNeverOverridesWhatCameLater() {
        play.accepts(() -> play.send(new SeedProfile(GENERIC)));
        play.accepts(() -> play.send(new DefineProfile(version(2), AUDIT)));
        assertThat(read().activeVersion()).isEqualTo(1);
        play.accepts(() -> play.send(new ActivateProfile("generic", 2, AUDIT)));
        int before = play.size();
        play.accepts(() -> play.send(new SeedProfile(GENERIC)));
        play.accepts(() -> play.send(new SeedProfile(wire(GENERIC.wire()))));
        play.accepts(() -> play.send(new ActivateProfile("generic", 2, AUDIT)));
        play.accepts(() -> play.send(new DefineProfile(version(2), AUDIT)));
        assertThat(play.size()).isEqualTo(before);
        assertThat(read().activeVersion()).isEqualTo(2);
        assertThat(read().profiles()).containsExactly(GENERIC, version(2));
        play.accepts(() -> play.send(new ActivateProfile("generic", 1, AUDIT)));
        assertThat(read().activeProfile()).contains(GENERIC);
    }

    @Test
    void versionsNeverChange() {
        play.accepts(() -> play.send(new DefineProfile(version(1), AUDIT)));
        ProviderProfile other = with(1, GENERIC.wire(), GENERIC.bets(), GENERIC.replies(), new Bounds(1, 1));
        play.refuses(VERSION_IMMUTABLE, () -> play.send(new DefineProfile(other, AUDIT)));
        play.refuses(PROFILE_NOT_FOUND, () -> play.send(new ActivateProfile("generic", 2, AUDIT)));
    }

    @Test
    void belongToAProviderThatIsConnected() {
        ProviderProfile third =
                new ProviderProfile("third", 1, GENERIC.wire(), GENERIC.bets(), GENERIC.replies(), GENERIC.bounds());
        play.refuses(PROVIDER_NOT_FOUND, () -> play.send(new DefineProfile(third, AUDIT)));
        play.refuses(PROVIDER_NOT_FOUND, () -> play.send(new ReadProvider("third")));
        play.accepts(() -> play.send(new ConnectProvider("third", AUDIT)));
        play.accepts(() -> play.send(new DefineProfile(third, AUDIT)));
    }

    @Test
    @SuppressWarnings("NullAway") // members that JSON left out
    void namesWhatIsMissingOrContradicts() {
        Wire wire = GENERIC.wire();
        problem(
                wire(new Wire(wire.contract(), SignatureScheme.RSA_SHA256, wire.paths(), null, null, List.of())),
                "wire.signature");
        problem(
                wire(new Wire(wire.contract(), wire.signature(), wire.paths(), "acme", null, List.of())),
                "wire.brandId");
        problem(
                wire(new Wire(CallbackContract.HUB88, SignatureScheme.RSA_SHA256, wire.paths(), null, 5, List.of())),
                "wire.brandId");
        problem(
                wire(new Wire(
                        CallbackContract.HUB88, SignatureScheme.RSA_SHA256, wire.paths(), "acme", null, List.of())),
                "wire.amountDecimals");
        problem(
                wire(new Wire(wire.contract(), wire.signature(), wire.paths(), null, 9, List.of())),
                "wire.amountDecimals");
        problem(
                wire(new Wire(
                        wire.contract(),
                        wire.signature(),
                        Map.of(CallbackOperation.BET, List.of("bet")),
                        null,
                        null,
                        List.of())),
                "wire.paths.WIN");
        Map<CallbackOperation, List<String>> twice = new HashMap<>(wire.paths());
        twice.put(CallbackOperation.WIN, List.of("bet"));
        problem(wire(new Wire(wire.contract(), wire.signature(), twice, null, null, List.of())), "wire.paths.WIN");
        problem(
                wire(new Wire(wire.contract(), wire.signature(), wire.paths(), null, null, List.of("a b"))),
                "wire.fundingFields");
        problem(codes(Map.of("INVALID_GAME", new WireCode("", 0))), "replies.codes.INVALID_GAME");
        problem(codes(Map.of("INTERNAL", new WireCode("INTERNAL", 422))), "replies.codes.INTERNAL");
        problem(codes(Map.of("INSUFFICIENT_FUNDS", new WireCode("NO_MONEY", 503))), "replies.codes.INSUFFICIENT_FUNDS");
        problem(codes(Map.of("NO_SUCH_REFUSAL", new WireCode("X", 422))), "replies.codes.NO_SUCH_REFUSAL");
        problem(codes(Map.of("INVALID_GAME", new WireCode("X", 999))), "replies.codes.INVALID_GAME.status");
        problem(codes(Map.of("INVALID_GAME", new WireCode("X", 200))), "replies.codes.INVALID_GAME.status");
        problem(with(0, wire, GENERIC.bets(), GENERIC.replies(), GENERIC.bounds()), "version");
        problem(with(2, wire, GENERIC.bets(), GENERIC.replies(), new Bounds(0, 1)), "bounds.callbacksPerSecond");
        problem(with(2, wire, GENERIC.bets(), GENERIC.replies(), new Bounds(1, null)), "bounds.concurrentCallbacks");
        problem(
                with(
                        2,
                        wire,
                        new BetRules(null, false, PayoutBasis.GROSS, false, false),
                        GENERIC.replies(),
                        GENERIC.bounds()),
                "bets.closesRound");
        Replies replies = GENERIC.replies();
        problem(
                with(
                        2,
                        wire,
                        GENERIC.bets(),
                        new Replies(
                                replies.unknownBetRollback(),
                                replies.repeatedRollback(),
                                replies.codes(),
                                replies.otherRefusal(),
                                new Retry(Set.of(429, 500, 503), -1)),
                        GENERIC.bounds()),
                "replies.retry.afterSeconds");
        problem(with(2, null, null, null, null), "wire");
    }

    @Test
    void aBrandKeepsTheCurrenciesThatPlayersMayHold() {
        assertThat(LedgerScenario.told(play.send(new SetBrand("acme", List.of("KRW"), "UTC", AUDIT))))
                .isEqualTo("CURRENCY_MISMATCH");
        play.accepts(() -> play.send(new SetBrand("acme", List.of("KRW", "EUR", "USD"), "UTC", AUDIT)));
    }

    private void problem(ProviderProfile profile, String member) {
        play.refuses(PROFILE_INVALID, () -> play.send(new DefineProfile(profile, AUDIT)));
        assertThat(ProfileCheck.problem(profile))
                .hasValueSatisfying(text -> assertThat(text).startsWith("'" + member + "'"));
    }
}
