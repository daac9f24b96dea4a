package io.carat.projection.hold;

import io.carat.projection.paging.MalformedCursorException;
import io.carat.projection.paging.PageCursors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads open bets by age, of each provider from its oldest on: the index of open bets has them in that order, so the cost is
 * that of what is found, however many bets there are.
 */
public final class HoldQueries {

    /** Bets of one page. */
    public static final int PAGE = 100;

    private static final PageCursors CURSORS = new PageCursors("holds-1", "[^ ]+ [!-~]{1,200}");

    // One look into the index per provider: the next provider is the least one above the last.
    private static final String PROVIDERS = """
        WITH RECURSIVE provider (id) AS (
            (SELECT provider_id FROM projection.wallet_bet_authorization
             WHERE status IN ('AUTHORIZED', 'PARTIALLY_SETTLED') ORDER BY provider_id LIMIT 1)
            UNION ALL
            SELECT (SELECT bet.provider_id FROM projection.wallet_bet_authorization AS bet
                    WHERE bet.status IN ('AUTHORIZED', 'PARTIALLY_SETTLED') AND bet.provider_id > provider.id
                    ORDER BY bet.provider_id LIMIT 1)
            FROM provider WHERE provider.id IS NOT NULL)
        """;

    private static final String LIST = PROVIDERS + """
        SELECT bet.*,
               (SELECT jsonb_agg(jsonb_build_object('bucket', held.bucket, 'amount', held.amount) ORDER BY held.bucket)::text
                FROM (SELECT leg.bucket_type_code AS bucket,
                             sum(leg.stake_minor - leg.refunded_minor - leg.cashed_out_minor)::bigint AS amount
                      FROM projection.wallet_bet_leg AS leg
                      WHERE leg.authorization_id = bet.authorization_id
                      GROUP BY leg.bucket_type_code) AS held
                WHERE held.amount > 0) AS open
        FROM provider
        CROSS JOIN LATERAL (
            SELECT one.authorization_id, one.brand_id, one.player_id, one.provider_id, one.bet_id, one.round_id,
                   one.product, one.currency, one.status, one.stake_minor, one.opened_at
            FROM projection.wallet_bet_authorization AS one
            WHERE one.status IN ('AUTHORIZED', 'PARTIALLY_SETTLED') AND one.provider_id = provider.id
              AND one.opened_at <= :before
              AND (one.opened_at, one.authorization_id) > (:afterTime, :afterId)
              AND (CAST(:brand AS text) IS NULL OR one.brand_id = :brand)
            ORDER BY one.opened_at, one.authorization_id
            LIMIT :limit) AS bet
        ORDER BY bet.opened_at, bet.authorization_id
        LIMIT :limit\
        """;

    private static final String PER_PROVIDER = PROVIDERS + """
        SELECT provider.id,
               (SELECT min(bet.opened_at) FROM projection.wallet_bet_authorization AS bet
                WHERE bet.status IN ('AUTHORIZED', 'PARTIALLY_SETTLED') AND bet.provider_id = provider.id) AS oldest,
               (SELECT count(*) FROM projection.wallet_bet_authorization AS bet
                LEFT JOIN unnest(:products, :limits::timestamptz[]) AS named (product, opened_before)
                  ON named.product = bet.product
                WHERE bet.status IN ('AUTHORIZED', 'PARTIALLY_SETTLED') AND bet.provider_id = provider.id
                  AND bet.opened_at <= :least
                  AND bet.opened_at <= coalesce(named.opened_before, :standard)) AS overdue
        FROM provider WHERE provider.id IS NOT NULL\
        """;

    private static final String START = "0001-01-01T00:00:00Z !";

    private final JdbcClient jdbc;

    /** Reads this database. */
    public HoldQueries(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Open bets that were opened at or before a time, oldest first.
     *
     * @param brandId only those of this brand; null for all
     * @param cursor the {@code nextCursor} of the page before; null for the first
     * @throws MalformedCursorException if no page gave out that cursor
     */
    public HoldPage page(Instant before, @Nullable String brandId, @Nullable String cursor) {
        String[] after = (cursor == null ? START : CURSORS.place(cursor)).split(" ", 2);
        List<OpenHold> found = jdbc.sql(LIST)
                .param("before", utc(before))
                .param("afterTime", utc(time(after[0], cursor)))
                .param("afterId", after[1])
                .param("brand", brandId)
                .param("limit", PAGE + 1)
                .query(HoldQueries::hold)
                .list();
        if (found.size() <= PAGE) {
            return new HoldPage(found, null);
        }
        List<OpenHold> page = found.subList(0, PAGE);
        OpenHold last = page.getLast();
        return new HoldPage(page, CURSORS.text(last.openedAt() + " " + last.authorizationId()));
    }

    /** The providers that have open bets. */
    public List<ProviderHolds> perProvider(HoldPolicy policy, Instant now) {
        List<String> products = List.copyOf(policy.byProduct().keySet());
        return jdbc.sql(PER_PROVIDER)
                .param("products", products.toArray(String[]::new))
                .param(
                        "limits",
                        products.stream()
                                .map(product -> now.minus(policy.of(product)).toString())
                                .toArray(String[]::new))
                .param("least", utc(now.minus(policy.least())))
                .param("standard", utc(now.minus(policy.standard())))
                .query((row, number) ->
                        new ProviderHolds(row.getString("id"), row.getLong("overdue"), instant(row, "oldest")))
                .list();
    }

    private static Instant time(String text, @Nullable String cursor) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedCursorException(cursor == null ? "" : cursor);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OpenHold hold(ResultSet row, int number) throws SQLException {
        return new OpenHold(
                row.getString("authorization_id"),
                row.getString("brand_id"),
                row.getString("player_id"),
                row.getString("provider_id"),
                row.getString("bet_id"),
                row.getString("round_id"),
                row.getString("product"),
                row.getString("currency"),
                row.getString("status"),
                row.getLong("stake_minor"),
                instant(row, "opened_at"),
                open(row.getString("open")));
    }

    private static List<OpenHold.OpenStake> open(@Nullable String json) {
        List<OpenHold.OpenStake> open = new ArrayList<>();
        if (json != null) {
            for (JsonNode stake : JsonMapper.shared().readTree(json)) {
                open.add(new OpenHold.OpenStake(
                        stake.get("bucket").asString(), stake.get("amount").asLong()));
            }
        }
        return open;
    }
}
