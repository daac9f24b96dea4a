package io.carat.core.provider;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A provider's settings in one version, which is never changed. Members that were left out are null or empty here;
 * {@link ProfileCheck} says what a usable profile must have, and no other is ever defined.
 *
 * @param providerId whose settings these are
 * @param version from 1
 * @param wire how its callbacks look
 * @param bets how its bets are treated
 * @param replies what it is told
 * @param bounds how much it may send
 */
public record ProviderProfile(
        String providerId, Integer version, Wire wire, BetRules bets, Replies replies, Bounds bounds) {

    /**
     * How callbacks look.
     *
     * @param contract the names and types of members
     * @param signature how they are signed
     * @param paths per operation, what may follow {@code /providers/<providerId>/}
     * @param brandId the brand that callbacks belong to, where the wire names none
     * @param amountDecimals amounts are integers of 10 to the minus this of the currency's unit; null: minor units
     * @param fundingFields members that say where a stake is to come from: ignored and counted
     */
    public record Wire(
            CallbackContract contract,
            SignatureScheme signature,
            Map<CallbackOperation, List<String>> paths,
            @Nullable String brandId,
            @Nullable Integer amountDecimals,
            List<String> fundingFields) {

        public Wire {
            Map<CallbackOperation, List<String>> ordered = new EnumMap<>(CallbackOperation.class);
            ordered.putAll(paths == null ? Map.of() : paths);
            paths = Collections.unmodifiableMap(ordered);
            fundingFields = fundingFields == null ? List.of() : List.copyOf(fundingFields);
        }
    }

    /**
     * How bets are treated.
     *
     * @param closesRound whether a win that does not say so is the last of its bet
     * @param winsAfterClose whether further wins of a settled bet are paid
     * @param payout what the amount of a win holds
     * @param takesZeroStakes whether a bet of 0 is taken as a free round, which holds nothing
     * @param requiresSession whether a bet needs a token that was opened here
     */
    public record BetRules(
            Boolean closesRound,
            Boolean winsAfterClose,
            PayoutBasis payout,
            Boolean takesZeroStakes,
            Boolean requiresSession) {}

    /**
     * What is told.
     *
     * @param unknownBetRollback of a rollback whose bet has not come
     * @param repeatedRollback of a rollback of a bet that is rolled back already
     * @param codes the provider's code per refusal of the rule book and per {@link CallbackFault}
     * @param otherRefusal the code of every refusal that is not in {@code codes}
     * @param retry what makes the provider send again
     */
    public record Replies(
            RollbackReply unknownBetRollback,
            RollbackReply repeatedRollback,
            Map<String, WireCode> codes,
            WireCode otherRefusal,
            Retry retry) {

        public Replies {
            codes = Collections.unmodifiableMap(new TreeMap<>(codes == null ? Map.of() : codes));
        }

        /** The code for a refusal or fault of this name. */
        public WireCode code(String name) {
            return Optional.ofNullable(codes.get(name)).orElse(otherRefusal);
        }
    }

    /**
     * When the provider sends again.
     *
     * @param statuses the HTTP statuses after which it does
     * @param afterSeconds what it is asked to wait
     */
    public record Retry(Set<Integer> statuses, Integer afterSeconds) {

        public Retry {
            statuses = Collections.unmodifiableSet(new TreeSet<>(statuses == null ? Set.of() : statuses));
        }
    }

    /**
     * How much one node takes of the provider.
     *
     * @param callbacksPerSecond more are refused
     * @param concurrentCallbacks more at the same time are refused
     */
    public record Bounds(Integer callbacksPerSecond, Integer concurrentCallbacks) {}

    /** What is called for at this path; empty where the profile has no such path. */
    public Optional<CallbackOperation> operationAt(String path) {
        return wire.paths().entrySet().stream()
                .filter(entry -> entry.getValue().contains(path))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
