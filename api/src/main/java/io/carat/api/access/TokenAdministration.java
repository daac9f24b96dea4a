package io.carat.api.access;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.LedgerCommands;
import io.carat.api.security.ApiTokens;
import io.carat.api.security.Caller;
import io.carat.api.security.CallerLookup;
import io.carat.api.security.TokenText;
import io.carat.api.security.TokenView;
import io.carat.core.access.TokenCommand.IssueToken;
import io.carat.core.access.TokenCommand.RevokeToken;
import io.carat.core.control.BrandControlCommand.ReadBrand;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes and revokes tokens. The decision is written to the log before the table is changed: a crash between the two leaves a
 * token that does not exist in the audit log, or one that is revoked there and still taken, until the call is repeated; never
 * a token that nobody answers for.
 */
@Component
class TokenAdministration {

    private final ApiTokens tokens;
    private final CallerLookup callers;
    private final LedgerCommands commands;
    private final SecureRandom random = new SecureRandom();

    TokenAdministration(ApiTokens tokens, CallerLookup callers, LedgerCommands commands) {
        this.tokens = tokens;
        this.callers = callers;
        this.commands = commands;
    }

    /** Whether a token of that name is taken now: the audit log would not tell the two apart. */
    boolean isNameTaken(String name) {
        return tokens.list(null).stream()
                .anyMatch(token -> token.revokedAt() == null && token.name().equals(name));
    }

    /** Why there is no such brand; empty when there is. */
    Optional<Rejection> refuseBrand(@Nullable String brandId) {
        return brandId != null && commands.send(new ReadBrand(brandId)).outcome() instanceof Outcome.Refused refused
                ? Optional.of(refused.rejection())
                : Optional.empty();
    }

    /** Makes a token. */
    IssuedToken issue(Caller actor, NewToken wanted) {
        Caller holder = wanted.caller();
        String tokenId = UUID.randomUUID().toString();
        TokenText token = TokenText.random(random);
        List<String> providers = holder.providerIds().stream().sorted().toList();
        commands.send(new IssueToken(
                tokenId,
                holder.name(),
                holder.role().name(),
                holder.brandId(),
                providers,
                AuditNotes.of(actor, wanted.why())));
        tokens.add(tokenId, token.hash(), holder);
        return new IssuedToken(tokenId, token.value(), holder.name(), holder.role(), holder.brandId(), providers);
    }

    /** The tokens that an actor may see. */
    List<TokenView> list(Caller actor) {
        return tokens.list(actor.brandId());
    }

    /** A token that an actor may see. */
    Optional<TokenView> find(Caller actor, String tokenId) {
        return tokens.byId(tokenId)
                .filter(token -> actor.brandId() == null || actor.brandId().equals(token.brandId()));
    }

    /** Whether nobody could administer the server without this token. */
    boolean isLastAdmin(TokenView token) {
        return token.isUnboundAdmin()
                && tokens.list(null).stream().filter(TokenView::isUnboundAdmin).count() == 1;
    }

    /** Revokes a token; may be repeated. */
    void revoke(Caller actor, TokenView token, @Nullable String reason) {
        commands.send(new RevokeToken(
                token.tokenId(), token.name(), AuditNotes.of(actor, reason == null ? "none given" : reason)));
        tokens.revoke(token.tokenId());
        callers.forget();
    }
}
