package io.carat.ops.bench.contestant;

import io.carat.ops.bench.contestant.HttpConnection.Reply;
import io.carat.ops.bench.load.Bet;
import io.carat.ops.bench.load.BetDesk;
import io.carat.ops.client.BetSlip;
import io.carat.ops.client.MoneyCalls;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.Settlement;
import io.carat.ops.client.WalletRef;
import java.io.IOException;
import java.math.BigDecimal;

/** Brings bets to a server on a connection of its own. */
final class HttpDesk implements BetDesk {

    private static final BigDecimal ODDS = BigDecimal.valueOf(Bet.ODDS_MILLI, 3);
    private static final String ID_MEMBER = "\"authorizationId\":\"";

    private final HttpConnection connection;
    private final String brandId;

    HttpDesk(int port, String token, String brandId) {
        this.connection = new HttpConnection(port, token);
        this.brandId = brandId;
    }

    @Override
    public void deposit(String playerId, long amountMinor) throws IOException {
        post(calls(playerId).deposit("deposit/" + playerId, Bet.BUCKET, amountMinor, "payment-" + playerId));
    }

    @Override
    public String authorize(Bet bet) throws IOException {
        BetSlip slip =
                new BetSlip(bet.providerId(), Bet.GAME, bet.betId(), "round-" + bet.betId(), bet.stakeMinor(), ODDS);
        String body = post(calls(bet.playerId()).authorize("authorize/" + bet.betId(), slip));
        int start = body.indexOf(ID_MEMBER) + ID_MEMBER.length();
        return body.substring(start, body.indexOf('"', start));
    }

    @Override
    public void settle(Bet bet, String authorizationId) throws IOException {
        post(MoneyCalls.settle(
                "settle/" + bet.betId(),
                authorizationId,
                new Settlement("transaction-" + bet.betId(), bet.payoutMinor(), null, null)));
    }

    private MoneyCalls calls(String playerId) {
        return new MoneyCalls(new WalletRef(brandId, playerId, Bet.CURRENCY));
    }

    private String post(MoneyRequest request) throws IOException {
        Reply reply = connection.post(request.path(), request.key(), request.body());
        if (reply.status() != 200 || reply.replayed()) {
            throw new IOException(request.path() + " was answered " + reply.status() + " " + reply.body());
        }
        return reply.body();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
