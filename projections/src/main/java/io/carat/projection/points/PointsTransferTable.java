package io.carat.projection.points;

import io.carat.core.points.PointsTransferEvent.PointsTransferred;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transfers of points. */
public final class PointsTransferTable {

    private static final String INSERT = """
        INSERT INTO projection.points_transfer (
            transfer_id, brand_id, player_id, currency, from_bucket_id, from_type_code, to_bucket_id, to_type_code,
            offered, points, amount_minor, requirement_id, required_minor, topology_code, topology_version,
            policy_code, policy_version, position, transferred_at)
        VALUES (:transferId, :brandId, :playerId, :currency, :fromBucketId, :fromTypeCode, :toBucketId, :toTypeCode,
            :offered, :points, :amountMinor, :requirementId, :requiredMinor, :topologyCode, :topologyVersion,
            :policyCode, :policyVersion, :position, :at)
        ON CONFLICT (transfer_id) DO NOTHING\
        """;

    private final JdbcClient jdbc;

    /** Writes to this database, in the caller's transaction. */
    public PointsTransferTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Adds a transfer; one that is there already stays as it is. */
    public void add(PointsTransferred event, long position, Instant at) {
        jdbc.sql(INSERT)
                .param("transferId", event.transferId())
                .param("brandId", event.brandId())
                .param("playerId", event.playerId())
                .param("currency", event.amount().currency())
                .param("fromBucketId", event.fromBucketId())
                .param("fromTypeCode", event.fromTypeCode())
                .param("toBucketId", event.toBucketId())
                .param("toTypeCode", event.toTypeCode())
                .param("offered", event.offered())
                .param("points", event.points())
                .param("amountMinor", event.amount().amountMinor())
                .param("requirementId", event.requirementId())
                .param("requiredMinor", event.requiredMinor())
                .param("topologyCode", event.topology().code())
                .param("topologyVersion", event.topology().version())
                .param("policyCode", event.policy().code())
                .param("policyVersion", event.policy().version())
                .param("position", position)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
