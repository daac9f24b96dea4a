package io.carat.projection.transfer;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.transfer.MovedRolling;
import io.carat.core.transfer.TransferEvent.TransferMade;
import io.carat.projection.EventPosition;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes transfers. An event that is delivered again changes nothing. */
@ProcessingGroup(TransferProjection.PROCESSOR)
public final class TransferProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-transfer";

    private static final String ADD = """
        INSERT INTO projection.wallet_transfer (transfer_id, brand_id, player_id, currency, amount_minor, from_bucket_id,
            from_type_code, to_bucket_id, to_type_code, rolling_minor, topology_code, topology_version, policy_code,
            policy_version, position, made_at)
        VALUES (:transferId, :brandId, :playerId, :currency, :amountMinor, :fromBucketId, :from, :toBucketId, :to,
            :rollingMinor, :topologyCode, :topologyVersion, :policyCode, :policyVersion, :position, :at)
        ON CONFLICT (transfer_id) DO NOTHING\
        """;

    private final JdbcClient jdbc;

    /** Writes to this database, in the caller's transaction. */
    public TransferProjection(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds a transfer. */
    @EventHandler
    public void on(TransferMade event, TrackingToken token, @Timestamp Instant at) {
        jdbc.sql(ADD)
                .param("transferId", event.transferId())
                .param("brandId", event.brandId())
                .param("playerId", event.playerId())
                .param("currency", event.amount().currency())
                .param("amountMinor", event.amount().amountMinor())
                .param("fromBucketId", event.fromBucketId())
                .param("from", event.from())
                .param("toBucketId", event.toBucketId())
                .param("to", event.to())
                .param(
                        "rollingMinor",
                        event.requirements().stream()
                                .mapToLong(MovedRolling::movedMinor)
                                .sum())
                .param("topologyCode", event.topology().code())
                .param("topologyVersion", event.topology().version())
                .param("policyCode", event.policy().code())
                .param("policyVersion", event.policy().version())
                .param("position", EventPosition.of(token))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in this table
    }

    /** Empties the table, for a replay to fill it again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("TRUNCATE projection.wallet_transfer").update();
    }
}
