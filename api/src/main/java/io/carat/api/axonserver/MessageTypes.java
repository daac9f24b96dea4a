package io.carat.api.axonserver;

import io.carat.api.failure.CommandFailure;
import io.carat.core.LedgerTypes;
import io.carat.core.access.TokenAnswer;
import io.carat.core.bet.BetDryRun;
import io.carat.core.bet.BetView;
import io.carat.core.bonus.BonusExpiryAnswer;
import io.carat.core.bonus.BonusView;
import io.carat.core.catalogue.ProviderAnswer;
import io.carat.core.configuration.ActivationAnswer;
import io.carat.core.configuration.ActiveTopologyAnswer;
import io.carat.core.configuration.ObligationsAnswer;
import io.carat.core.control.BrandStanding;
import io.carat.core.control.PlayerControlsAnswer;
import io.carat.core.control.PlayerStanding;
import io.carat.core.coupon.CouponView;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.points.PointsAnswer;
import io.carat.core.policy.PolicyAnswer;
import io.carat.core.topology.TopologyAnswer;
import io.carat.core.wallet.PlayableAnswer;
import io.carat.core.wallet.WalletSnapshot;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What may travel between nodes: the commands that have a handler, and how they end. Nothing of it is stored, so commands go
 * under their class names; every node must know the ones that are sent.
 */
final class MessageTypes {

    private static final String OURS = "io.carat.";

    private MessageTypes() {}

    /** The serializer of commands and their results; it refuses any other type. */
    static StableNameSerializer serializer(Set<Class<?>> commands) {
        StableNames.Builder names = StableNames.builder()
                .add("outcome.done", Outcome.Done.class)
                .add("outcome.refused", Outcome.Refused.class)
                .add("command-failure", CommandFailure.class);
        commands.forEach(command -> names.add(command.getName(), command));
        return StableNameSerializer.forEvents(names.build(), values());
    }

    private static Map<String, Class<?>> values() {
        Map<String, Class<?>> answers = LedgerTypes.values();
        answers.put("wallet-snapshot", WalletSnapshot.class);
        answers.put("player-controls", PlayerControlsAnswer.class);
        answers.put("player-standing", PlayerStanding.class);
        answers.put("brand-standing", BrandStanding.class);
        answers.put("token", TokenAnswer.class);
        answers.put("active-topology", ActiveTopologyAnswer.class);
        answers.put("policy", PolicyAnswer.class);
        answers.put("topology", TopologyAnswer.class);
        answers.put("topology-activation", ActivationAnswer.class);
        answers.put("bucket-obligations", ObligationsAnswer.class);
        answers.put("bet-dry-run", BetDryRun.Answer.class);
        answers.put("bet", BetView.class);
        answers.put("coupon-view", CouponView.class);
        answers.put("bonus", BonusView.class);
        answers.put("bonus-expiry", BonusExpiryAnswer.class);
        answers.put("provider", ProviderAnswer.class);
        answers.put("points", PointsAnswer.PointsView.class);
        answers.put("points-expired", PointsAnswer.ExpiredAnswer.class);
        answers.put("playable", PlayableAnswer.class);
        return answers;
    }

    /** The commands that beans of ours handle. */
    static Set<Class<?>> handledBy(ListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .map(name -> beans.getType(name, false))
                .filter(Objects::nonNull)
                .filter(type -> type.getName().startsWith(OURS))
                .flatMap(MessageTypes::commands)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Class<?>> commands(Class<?> handler) {
        return Stream.of(handler.getMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(method -> method.getParameterTypes()[0]);
    }
}
