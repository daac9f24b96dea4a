package io.carat.projection.rolling;

import io.carat.core.bucket.BucketKey;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.bulk.BulkStatement;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what many events do to requirements, in the caller's transaction. What is in the tables already changes nothing; a
 * requirement that should be there and is not is a gap.
 */
final class RollingWriter {

    private static final String OPEN = """
        INSERT INTO projection.wallet_requirement (requirement_id, bucket_id, brand_id, player_id, currency,
            bucket_type_code, kind, source_id, sequence, priority, base_minor, multiplier_bps, required_minor, contributions,
            topology_code, topology_version, policy_code, policy_version, expires_at, parent_id, created_at,
            changed_position, status)
        SELECT rows.*, 'PENDING' FROM (SELECT a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s::timestamptz, t, u, v
            FROM :rows AS one(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v)) AS rows
        ON CONFLICT (requirement_id) DO NOTHING\
        """;

    private static final String ENTER = """
        INSERT INTO projection.wallet_requirement_entry (position, requirement_id, entry, reference_id, stake_minor,
            rate_bps, progress_minor, moved_minor, required_minor, occurred_at)
        SELECT * FROM :rows
        ON CONFLICT (position) DO NOTHING\
        """;

    /** The event has what is counted in all; a row has what that adds to the rows before it. */
    private static final String RESUME = """
        INSERT INTO projection.wallet_requirement_entry (position, requirement_id, entry, stake_minor, progress_minor,
            moved_minor, occurred_at)
        SELECT :position, :requirementId, 'RESUMED', 0, :progress - coalesce(sum(progress_minor), 0), 0, :at
        FROM projection.wallet_requirement_entry
        WHERE requirement_id = :requirementId AND position < :position
        ON CONFLICT (position) DO NOTHING\
        """;

    private static final String CHANGE = """
        UPDATE projection.wallet_requirement SET
            status = COALESCE(:status, status),
            ended_by = CASE WHEN CAST(:status AS text) IS NULL THEN ended_by ELSE :endedBy END,
            base_minor = COALESCE(:base, base_minor),
            required_minor = COALESCE(:required, required_minor),
            changed_position = :position
        WHERE requirement_id = :requirementId AND changed_position < :position\
        """;

    private final JdbcClient jdbc;
    private final BulkStatement<RollingChange> open;
    private final BulkStatement<RollingChange> enter;

    RollingWriter(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.open = opening(dataSource);
        this.enter = BulkStatement.<RollingChange>of()
                .bigint(RollingChange::position)
                .text(RollingChange::requirementId)
                .text(change -> change.row().kind())
                .text(change -> change.row().referenceId())
                .bigint(change -> change.row().stakeMinor())
                .integer(change -> change.row().rateBps())
                .bigint(change -> change.row().progressMinor())
                .bigint(change -> change.row().movedMinor())
                .bigint(change -> change.row().requiredMinor())
                .time(RollingChange::at)
                .statement(dataSource, ENTER);
    }

    private static BulkStatement<RollingChange> opening(DataSource dataSource) {
        JsonMapper json = JsonMapper.shared();
        return BulkStatement.<RollingChange>of()
                .text(RollingChange::requirementId)
                .text(change -> change.event().bucketId())
                .text(change -> key(change).brandId())
                .text(change -> key(change).playerId())
                .text(change -> key(change).currency())
                .text(change -> key(change).bucketTypeCode())
                .text(change -> change.terms().kind().name())
                .text(change -> change.terms().sourceId())
                .bigint(change -> change.terms().sequence())
                .integer(change -> change.terms().priority())
                .bigint(change -> change.terms().baseMinor())
                .integer(change -> change.terms().multiplierBps())
                .bigint(change -> change.terms().requiredMinor())
                .text(change -> json.writeValueAsString(change.terms().contributions()))
                .text(change -> change.terms().topology().code())
                .integer(change -> change.terms().topology().version())
                .text(change -> change.terms().policy().code())
                .integer(change -> change.terms().policy().version())
                .text(change -> {
                    var expiresAt = change.terms().expiresAt();
                    return expiresAt == null
                            ? null
                            : expiresAt.atOffset(ZoneOffset.UTC).toString();
                })
                .text(change -> change.terms().parentId())
                .time(RollingChange::at)
                .bigint(RollingChange::position)
                .statement(dataSource, OPEN);
    }

    private static BucketKey key(RollingChange change) {
        return BucketKey.parse(change.event().bucketId());
    }

    /**
     * Writes changes, which are in the order of their events.
     *
     * @throws ProjectionGapException for the first of a requirement that is not there
     */
    void write(List<RollingChange> changes) {
        open.update(changes.stream().filter(change -> change.opened() != null).toList());
        requireAll(changes);
        enter.update(changes.stream()
                .filter(change -> change.entry() != null && !change.isResumed())
                .toList());
        changes.stream().filter(RollingChange::isResumed).forEach(this::resume);
        changes.stream().filter(RollingChange::changesTheRow).forEach(this::change);
    }

    private void requireAll(List<RollingChange> changes) {
        Set<String> named = new HashSet<>();
        changes.forEach(change -> named.add(change.requirementId()));
        Set<String> known = new HashSet<>(
                jdbc.sql("SELECT requirement_id FROM projection.wallet_requirement WHERE requirement_id IN (:named)")
                        .param("named", named)
                        .query(String.class)
                        .list());
        for (RollingChange change : changes) {
            if (!known.contains(change.requirementId())) {
                throw new ProjectionGapException(change.event(), change.position());
            }
        }
    }

    private void resume(RollingChange change) {
        jdbc.sql(RESUME)
                .param("position", change.position())
                .param("requirementId", change.requirementId())
                .param("progress", change.row().progressMinor())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void change(RollingChange change) {
        var status = change.status();
        var recalculated = change.recalculated();
        jdbc.sql(CHANGE)
                .param("status", status == null ? null : status.name())
                .param("endedBy", change.endedBy())
                .param("base", recalculated == null ? null : recalculated.baseMinor())
                .param("required", recalculated == null ? null : recalculated.requiredMinor())
                .param("requirementId", change.requirementId())
                .param("position", change.position())
                .update();
    }
}
