package io.carat.core.session;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.configuration.ConfigurationAnswer;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.session.SessionEvent.GameSessionOpened;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Opens game sessions. */
public final class SessionCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public SessionCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Opens a session under a token that was never used before. */
    @CommandHandler
    public Outcome handle(OpenGameSession command) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<Rejection> refusal = refusal(unit, command);
        return unit.conclude(refusal.map(Decision::rejected).orElseGet(() -> open(unit, command)));
    }

    private static Optional<Rejection> refusal(LedgerUnit unit, OpenGameSession command) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        if (!configuration.hasProvider(command.providerId())) {
            return Optional.of(Rejection.of(
                    RejectionCode.PROVIDER_NOT_FOUND, "There is no provider " + command.providerId() + "."));
        }
        if (!command.expiresAt().isAfter(unit.now())) {
            return Optional.of(Rejection.of(RejectionCode.TOKEN_EXPIRED, "A session must end in the future."));
        }
        return new Admission(configuration).refuse(command.brandId(), new Money(1, command.currency()));
    }

    private static Decision open(LedgerUnit unit, OpenGameSession command) {
        String id = SessionState.streamId(command.tokenDigest());
        if (unit.loadNew(LoadOrder.SUBJECT, GameSession.class, id) != null) {
            throw new IllegalStateException("A token was handed out twice");
        }
        return Decision.accepted(
                List.of(new GameSessionOpened(
                        id,
                        command.brandId(),
                        command.playerId(),
                        command.providerId(),
                        command.currency(),
                        command.expiresAt())),
                new ConfigurationAnswer(id));
    }
}
