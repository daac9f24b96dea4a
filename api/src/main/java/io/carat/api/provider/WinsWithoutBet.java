package io.carat.api.provider;

import io.carat.core.money.Money;
import io.carat.core.win.RecordWin;
import java.util.Objects;
import java.util.Optional;

/** Makes the command for wins without a bet of a callback that names a campaign or a reward, and no bet that there is. */
final class WinsWithoutBet {

    private WinsWithoutBet() {}

    /** The command for this win; empty when it names nothing that pays without a bet. */
    static Optional<RecordWin> command(CallbackCall win) {
        return Optional.ofNullable(win.campaign()).map(campaign -> command(win, campaign));
    }

    private static RecordWin command(CallbackCall win, String campaign) {
        String transactionId = Objects.requireNonNull(win.transactionId());
        return new RecordWin(
                RecordWin.callbackKey(win.brandId(), win.providerId(), transactionId),
                win.brandId(),
                win.playerId(),
                win.providerId(),
                campaign,
                null,
                win.gameId(),
                transactionId,
                new Money(Objects.requireNonNull(win.amountMinor()), Objects.requireNonNull(win.currency())));
    }
}
