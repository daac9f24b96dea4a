package io.carat.core.provider;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.ProviderProfile.BetRules;
import io.carat.core.provider.ProviderProfile.Bounds;
import io.carat.core.provider.ProviderProfile.Replies;
import io.carat.core.provider.ProviderProfile.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a profile says all that it must, and nothing that contradicts itself. */
public final class ProfileCheck {

    /** The most callbacks a second, or at once, that a profile may allow. */
    public static final int MAX_BOUND = 100_000;

    /** The finest scale of amounts. */
    public static final int MAX_DECIMALS = 8;

    private static final int MAX_WAIT_SECONDS = 3_600;
    private static final int FIRST_ERROR = 400;
    private static final String PATH = "[a-z0-9-]{1,40}(/[a-z0-9-]{1,40}){0,3}";
    private static final String FIELD = "[A-Za-z0-9_-]{1,64}";

    /** Refusals that the rule book names and every provider has to know. */
    private static final Set<String> NEEDED = Set.of(
            "INSUFFICIENT_FUNDS",
            "IDEMPOTENCY_MISMATCH",
            "BET_NOT_FOUND",
            "BET_ALREADY_SETTLED",
            "ALREADY_ROLLED_BACK",
            "CURRENCY_MISMATCH",
            "AMOUNT_INVALID",
            "LIMIT_EXCEEDED",
            "INVALID_GAME",
            "TOKEN_EXPIRED",
            "TOKEN_INVALID");

    /** Refusals of the rule book that a profile may name. */
    private static final Set<String> CONTROLS = Set.of("PLAYER_BLOCKED", "PLAYER_FROZEN", "MAINTENANCE");

    /** What can be sent again unchanged. */
    private static final Set<String> RETRIED = Set.of("TOO_MANY_REQUESTS", "OVERLOADED", "UNAVAILABLE", "INTERNAL");

    private final ProviderProfile profile;
    private final List<String> problems = new ArrayList<>();

    private ProfileCheck(ProviderProfile profile) {
        this.profile = profile;
    }

    /** The first thing that is wrong with a profile, naming the member; empty when it can be used. */
    public static Optional<String> problem(ProviderProfile profile) {
        ProfileCheck check = new ProfileCheck(profile);
        check.all();
        return check.problems.stream().findFirst();
    }

    private void all() {
        need("version", profile.version());
        if (profile.version() != null) {
            require(profile.version() > 0, "version", "must be from 1");
        }
        if (need("wire", profile.wire())) {
            wire(profile.wire());
        }
        if (need("bets", profile.bets())) {
            bets(profile.bets());
        }
        if (need("replies", profile.replies())) {
            replies(profile.replies());
        }
        if (need("bounds", profile.bounds())) {
            bounds(profile.bounds());
        }
    }

    private void wire(Wire wire) {
        if (!need("wire.contract", wire.contract()) || !need("wire.signature", wire.signature())) {
            return;
        }
        require(
                wire.signature() == wire.contract().signature(),
                "wire.signature",
                "must be " + wire.contract().signature() + ": " + wire.contract() + " carries no other");
        brand(wire);
        require(
                wire.contract() != CallbackContract.HUB88 || wire.amountDecimals() != null,
                "wire.amountDecimals",
                "is missing: " + wire.contract() + " scales its amounts");
        require(
                wire.amountDecimals() == null || (wire.amountDecimals() >= 0 && wire.amountDecimals() <= MAX_DECIMALS),
                "wire.amountDecimals",
                "must be from 0 to " + MAX_DECIMALS);
        paths(wire.paths());
        wire.fundingFields()
                .forEach(field -> require(
                        field.matches(FIELD), "wire.fundingFields", "has '" + field + "', which is no member's name"));
    }

    private void brand(Wire wire) {
        String brand = wire.brandId();
        if (wire.contract().namesBrand()) {
            require(
                    brand == null,
                    "wire.brandId",
                    "must be left out: " + wire.contract() + " callbacks name their brand");
        } else {
            require(brand != null, "wire.brandId", "is missing: " + wire.contract() + " callbacks name no brand");
            require(brand == null || DerivedId.isBrandId(brand), "wire.brandId", "is no brand's id");
        }
    }

    private void paths(Map<CallbackOperation, List<String>> paths) {
        Set<String> seen = new HashSet<>();
        for (CallbackOperation operation : CallbackOperation.values()) {
            List<String> own = paths.getOrDefault(operation, List.of());
            require(!own.isEmpty(), "wire.paths." + operation, "is missing");
            for (String path : own) {
                require(path.matches(PATH), "wire.paths." + operation, "has '" + path + "', which is no path");
                require(seen.add(path), "wire.paths." + operation, "has '" + path + "' a second time");
            }
        }
    }

    private void bets(BetRules bets) {
        need("bets.closesRound", bets.closesRound());
        need("bets.winsAfterClose", bets.winsAfterClose());
        need("bets.payout", bets.payout());
        need("bets.takesZeroStakes", bets.takesZeroStakes());
        need("bets.requiresSession", bets.requiresSession());
    }

    private void replies(Replies replies) {
        need("replies.unknownBetRollback", replies.unknownBetRollback());
        need("replies.repeatedRollback", replies.repeatedRollback());
        code("replies.otherRefusal", replies.otherRefusal());
        Set<String> faults =
                Arrays.stream(CallbackFault.values()).map(CallbackFault::name).collect(Collectors.toSet());
        Set<String> needed = new TreeSet<>(NEEDED);
        needed.addAll(faults);
        needed.forEach(name -> code("replies.codes." + name, replies.codes().get(name)));
        Set<String> known =
                Stream.of(faults, CONTROLS, refusals()).flatMap(Set::stream).collect(Collectors.toSet());
        replies.codes().forEach((name, code) -> {
            require(known.contains(name), "replies.codes." + name, "is no refusal that there is");
            code("replies.codes." + name, code);
        });
        if (need("replies.retry", replies.retry())) {
            retry(replies);
        }
    }

    private void retry(Replies replies) {
        Integer seconds = replies.retry().afterSeconds();
        require(
                seconds != null && seconds >= 0 && seconds <= MAX_WAIT_SECONDS,
                "replies.retry.afterSeconds",
                "must be from 0 to " + MAX_WAIT_SECONDS);
        Set<Integer> statuses = replies.retry().statuses();
        for (String name : new TreeSet<>(RETRIED)) {
            WireCode code = replies.codes().get(name);
            require(
                    code == null || code.status() == null || statuses.contains(code.status()),
                    "replies.codes." + name,
                    "must have a status of replies.retry.statuses: it can be sent again unchanged");
        }
        for (String name : new TreeSet<>(NEEDED)) {
            WireCode code = replies.codes().get(name);
            require(
                    code == null || code.status() == null || !statuses.contains(code.status()),
                    "replies.codes." + name,
                    "must not have a status of replies.retry.statuses: sent again, it is refused again");
        }
    }

    private void bounds(Bounds bounds) {
        bound("bounds.callbacksPerSecond", bounds.callbacksPerSecond());
        bound("bounds.concurrentCallbacks", bounds.concurrentCallbacks());
    }

    private void bound(String member, @Nullable Integer bound) {
        require(bound != null && bound >= 1 && bound <= MAX_BOUND, member, "must be from 1 to " + MAX_BOUND);
    }

    private void code(String member, @Nullable WireCode code) {
        if (need(member, code) && code != null) {
            require(
                    code.code() != null && code.code().matches("[\\x21-\\x7e]{1,100}"),
                    member + ".code",
                    "must be up to 100 printable ASCII characters");
            Integer status = code.status();
            require(status != null && status >= 200 && status <= 599, member + ".status", "must be an HTTP status");
            require(
                    status == null || status >= FIRST_ERROR || !toldByStatus(),
                    member + ".status",
                    "must be from " + FIRST_ERROR + ": callers of this contract take anything below for done");
        }
    }

    private boolean toldByStatus() {
        Wire wire = profile.wire();
        return wire != null && wire.contract() != null && wire.contract().statusRefuses();
    }

    private boolean need(String member, @Nullable Object value) {
        require(value != null, member, "is missing");
        return value != null;
    }

    private void require(boolean holds, String member, String otherwise) {
        if (!holds) {
            problems.add("'" + member + "' " + otherwise + ".");
        }
    }

    private static Set<String> refusals() {
        return Arrays.stream(RejectionCode.values()).map(RejectionCode::name).collect(Collectors.toSet());
    }
}
