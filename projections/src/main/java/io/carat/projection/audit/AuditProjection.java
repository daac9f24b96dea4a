package io.carat.projection.audit;

import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.eventstore.names.StableNames;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists every {@link AuditedEvent}. An event that is delivered again changes nothing. */
@ProcessingGroup(AuditProjection.PROCESSOR)
public final class AuditProjection {

    /** The name of the processor. */
    public static final String PROCESSOR = "wallet-audit";

    private static final String ADD = """
        INSERT INTO projection.wallet_audit (position, at, actor, action, subject, brand_id, reason, what)
        VALUES (:position, :at, :actor, :action, :subject, :brand, :reason, CAST(:what AS jsonb))
        ON CONFLICT (position) DO NOTHING\
        """;

    private final JdbcClient jdbc;
    private final StableNames names;
    private final JsonMapper json = JsonMapper.shared();

    /** Writes to this database, in the caller's transaction; actions are called by these names. */
    public AuditProjection(DataSource dataSource, StableNames names) {
        this.jdbc = JdbcClient.create(dataSource);
        this.names = names;
    }

    /** Adds the decision. */
    @EventHandler
    public void on(AuditedEvent event, TrackingToken token, @Timestamp Instant at) {
        jdbc.sql(ADD)
                .param("position", EventPosition.of(token))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", event.audit().actor())
                .param("action", names.nameOf(event.getClass()).orElseThrow())
                .param("subject", event.streamId())
                .param("brand", StreamBrand.of(event.streamId()).orElse(null))
                .param("reason", event.audit().reason())
                .param("what", what(event))
                .update();
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nobody decided it by hand
    }

    /** Empties the table, for a replay to fill it again. */
    @ResetHandler
    public void onReset() {
        jdbc.sql("SELECT projection.empty_audit()")
                .query((row, number) -> number)
                .list();
    }

    private String what(AuditedEvent event) {
        ObjectNode members = json.valueToTree(event);
        members.remove("audit");
        return members.toString();
    }
}
