package io.carat.api.provider;

import io.carat.api.http.LedgerCommands;
import io.carat.api.http.LedgerCommands.Answered;
import io.carat.core.bet.BetAnswer;
import io.carat.core.bet.BetCommand;
import io.carat.core.bet.BetStatus;
import io.carat.core.decision.Answer;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.RollbackReply;
import io.carat.core.wallet.PlayableAnswer;
import io.carat.core.win.RecordWin;
import io.carat.core.win.WinAnswer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has callbacks decided that were understood, and says what came of them and what the player has then. */
@Component
class CallbackDesk {

    private final LedgerCommands commands;

    CallbackDesk(LedgerCommands commands) {
        this.commands = commands;
    }

    /** What came of a callback. */
    sealed interface Verdict {
        /** It holds. */
        record Done(CallbackResult result) implements Verdict {}

        /** It is refused; with the balance where that is told too. */
        record Refused(
                Rejection rejection,
                boolean replayed,
                @Nullable PlayableAnswer balance) implements Verdict {}
    }

    Verdict take(CallbackCall call, ProviderProfile profile) {
        Answered answered = decided(call);
        return switch (answered.outcome()) {
            case Outcome.Done(PlayableAnswer balance, String ignored) ->
                new Verdict.Done(new CallbackResult(call, null, null, balance, 0, false));
            case Outcome.Done done -> done(call, profile, done, answered.position());
            case Outcome.Refused refused -> refused(call, profile, refused);
        };
    }

    private Answered decided(CallbackCall call) {
        Optional<RecordWin> withoutBet =
                call.operation() == CallbackOperation.WIN ? WinsWithoutBet.command(call) : Optional.empty();
        if (withoutBet.isPresent() && call.betId() == null) {
            return commands.send(withoutBet.get());
        }
        Answered answered = commands.send(call.command());
        boolean noBet = answered.outcome() instanceof Outcome.Refused refused
                && refused.rejection().code() == RejectionCode.BET_NOT_FOUND;
        return noBet ? withoutBet.<Answered>map(commands::send).orElse(answered) : answered;
    }

    private Verdict done(CallbackCall call, ProviderProfile profile, Outcome.Done done, long position) {
        String status = status(done.answer());
        boolean unknown = status.equals(BetStatus.TOMBSTONED.name())
                && profile.replies().unknownBetRollback() == RollbackReply.REFUSAL;
        boolean replayed = done.replayedFrom() != null;
        return unknown
                ? new Verdict.Refused(
                        Rejection.of(
                                RejectionCode.BET_NOT_FOUND,
                                "There is no bet " + call.betId() + "; should it come, it is refused."),
                        replayed,
                        null)
                : ok(call, status, position, replayed);
    }

    private Verdict refused(CallbackCall call, ProviderProfile profile, Outcome.Refused refused) {
        RejectionCode code = refused.rejection().code();
        boolean repeated = code == RejectionCode.ALREADY_ROLLED_BACK
                && call.operation() == CallbackOperation.ROLLBACK
                && profile.replies().repeatedRollback() == RollbackReply.SUCCESS;
        if (repeated) {
            return ok(call, BetStatus.ROLLED_BACK.name(), 0, refused.replayed());
        }
        PlayableAnswer balance = code == RejectionCode.INSUFFICIENT_FUNDS ? balance(call) : null;
        return new Verdict.Refused(refused.rejection(), refused.replayed(), balance);
    }

    private Verdict ok(CallbackCall call, String status, long position, boolean replayed) {
        String betId = call.betId();
        String authorizationId =
                betId == null ? null : BetCommand.authorizationId(call.brandId(), call.providerId(), betId);
        return new Verdict.Done(new CallbackResult(call, authorizationId, status, balance(call), position, replayed));
    }

    private static String status(Answer answer) {
        return switch (answer) {
            case BetAnswer.BetAuthorizedAnswer authorized -> authorized.status().name();
            case BetAnswer.BetSettledAnswer settled -> settled.status().name();
            case BetAnswer.BetReversedAnswer reversed -> reversed.status().name();
            case BetAnswer.StakelessBetAnswer ignored -> "NOTED";
            case WinAnswer win -> win.status();
            default -> throw new IllegalStateException("no answer to a callback: " + answer);
        };
    }

    /** What the player may bet with now; 0 of a wallet that was never opened. */
    private PlayableAnswer balance(CallbackCall call) {
        return read(call.balance())
                .or(() -> read(call.balanceOfAnyGame()))
                .orElseGet(() ->
                        new PlayableAnswer(Objects.requireNonNullElse(call.currency(), PlayableAnswer.NO_CURRENCY), 0));
    }

    private Optional<PlayableAnswer> read(Object query) {
        return switch (commands.send(query).outcome()) {
            case Outcome.Done done -> Optional.of((PlayableAnswer) done.answer());
            case Outcome.Refused ignored -> Optional.empty();
        };
    }
}
