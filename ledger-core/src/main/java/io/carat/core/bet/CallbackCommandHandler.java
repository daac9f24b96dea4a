package io.carat.core.bet;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.bet.ProviderCallback.PayWin;
import io.carat.core.bet.ProviderCallback.TakeBack;
import io.carat.core.bet.ProviderCallback.TakeBet;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.ProviderProfile;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;

/** Takes providers' callbacks: as the bet commands of the same sense, but under one claim, and by the provider's profile. */
public final class CallbackCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public CallbackCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Holds a stake once per transaction id and per betId. */
    @CommandHandler
    public Outcome handle(TakeBet callback) {
        return byProfile(callback, facts -> new CallbackBet(facts, callback).decide());
    }

    /** Pays a result once per transaction id. A result whose bet has not come is refused and can be sent again. */
    @CommandHandler
    public Outcome handle(PayWin callback) {
        return byProfile(callback, facts -> new CallbackWin(facts, callback).decide());
    }

    /** Gives a stake back once; one that has not come is never held. */
    @CommandHandler
    public Outcome handle(TakeBack callback) {
        return byProfile(callback, facts -> new CallbackRollback(facts, callback).decide());
    }

    private Outcome byProfile(ProviderCallback callback, Function<CallbackFacts, Decision> decide) {
        LedgerUnit unit = new LedgerUnit(access);
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<ProviderProfile> profile = configuration.profile(callback.providerId());
        return unit.conclude(profile.map(found -> decide.apply(new CallbackFacts(unit, configuration, found, callback)))
                .orElseGet(() -> Decision.rejected(
                        RejectionCode.PROVIDER_NOT_FOUND,
                        "There is no provider " + callback.providerId() + " with an active profile.")));
    }
}
