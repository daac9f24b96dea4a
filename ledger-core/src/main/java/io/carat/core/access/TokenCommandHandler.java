package io.carat.core.access;

import io.carat.core.access.TokenCommand.IssueToken;
import io.carat.core.access.TokenCommand.RevokeToken;
import io.carat.core.access.TokenEvent.TokenIssued;
import io.carat.core.access.TokenEvent.TokenRevoked;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/** Takes what is decided about API tokens. */
public final class TokenCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public TokenCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Notes a token that is to be made; its id is new. */
    @CommandHandler
    public Outcome handle(IssueToken command) {
        LedgerUnit unit = new LedgerUnit(access);
        String id = TokenState.streamId(command.tokenId());
        unit.loadNew(LoadOrder.SUBJECT, ApiToken.class, id);
        TokenIssued issued = new TokenIssued(
                id,
                command.tokenId(),
                command.name(),
                command.role(),
                command.brandId(),
                command.providerIds(),
                command.note());
        return unit.conclude(Decision.accepted(List.of(issued), new TokenAnswer(command.tokenId())));
    }

    /** Notes a revocation once. */
    @CommandHandler
    public Outcome handle(RevokeToken command) {
        LedgerUnit unit = new LedgerUnit(access);
        String id = TokenState.streamId(command.tokenId());
        TokenState state = unit.load(LoadOrder.SUBJECT, ApiToken.class, id);
        List<TokenRevoked> events = state != null && state.revoked()
                ? List.of()
                : List.of(new TokenRevoked(id, command.tokenId(), command.name(), command.note()));
        return unit.conclude(Decision.accepted(events, new TokenAnswer(command.tokenId())));
    }
}
