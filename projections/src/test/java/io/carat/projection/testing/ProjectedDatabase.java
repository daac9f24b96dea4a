package io.carat.projection.testing;

import io.carat.core.bet.BetEvent;
import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.BrandSet;
import io.carat.core.catalogue.CatalogueEvent.GameListed;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProfileActivated;
import io.carat.core.catalogue.CatalogueEvent.ProfileDefined;
import io.carat.core.catalogue.CatalogueEvent.ProviderConnected;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderSecretReplaced;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.points.PointsTransferEvent.PointsTransferred;
import io.carat.core.policy.PolicyEvent.PolicyActivated;
import io.carat.core.policy.PolicyEvent.PolicyCreated;
import io.carat.core.policy.PolicyEvent.PolicyDefined;
import io.carat.core.review.ReviewEvent.ReviewClosed;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import io.carat.core.testing.TestDatabase;
import io.carat.core.topology.PlatformEvent.TopologyActivated;
import io.carat.core.topology.PlatformEvent.TopologySwitched;
import io.carat.core.topology.TopologyEvent.TopologyCreated;
import io.carat.core.topology.TopologyEvent.TopologyDefined;
import io.carat.projection.bet.BetProjection;
import io.carat.projection.catalogue.CatalogueProjection;
import io.carat.projection.ledger.LedgerProjection;
import io.carat.projection.review.ReviewProjection;
import io.carat.projection.topology.TopologyProjection;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with every projection, fed by hand as a processor would: rows and token in one transaction. */
public final class ProjectedDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh().migrate();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final LedgerProjection ledger = new LedgerProjection(database.dataSource());
    private final BetProjection bets = new BetProjection(database.dataSource());
    private final CatalogueProjection catalogue = new CatalogueProjection(database.dataSource());
    private final TopologyProjection topologies = new TopologyProjection(database.dataSource());
    private final ReviewProjection reviews = new ReviewProjection(database.dataSource());

    public DataSource dataSource() {
        return database.dataSource();
    }

    public JdbcClient sql() {
        return JdbcClient.create(database.dataSource());
    }

    /** Projects events, each in a transaction of its own. */
    public ProjectedDatabase project(List<Recorded> events) {
        events.forEach(this::project);
        return this;
    }

    public void project(Recorded recorded) {
        transaction.executeWithoutResult(status -> {
            handle(recorded);
            storeToken("{\"globalIndex\":%d}".formatted(recorded.position()));
        });
    }

    /** Projects events as one batch of a processor: in one unit of work and one transaction. */
    public void projectTogether(List<Recorded> events) {
        var unit = new BatchingUnitOfWork<>(
                events.stream().map(GenericMessage<Recorded>::new).toList());
        unit.attachTransaction(new SpringTransactions(transactions));
        unit.onPrepareCommit(committing ->
                storeToken("{\"globalIndex\":%d}".formatted(events.getLast().position())));
        var result = unit.executeWithResult(() -> {
            handle(unit.getMessage().getPayload());
            return null;
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    /** Empties the ledger's read models and its token, as a reset does. */
    public void resetLedger() {
        transaction.executeWithoutResult(status -> {
            ledger.onReset();
            storeToken("{\"globalIndex\":0}");
        });
    }

    /** What a query finds, without the columns that are null. */
    public List<Map<String, Object>> rows(String select) {
        return sql().sql(select).query((row, number) -> columns(row)).list();
    }

    private static Map<String, Object> columns(ResultSet row) throws SQLException {
        Map<String, Object> columns = new LinkedHashMap<>();
        ResultSetMetaData meta = row.getMetaData();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            Object value = row.getObject(column);
            if (value != null) {
                columns.put(meta.getColumnLabel(column), value);
            }
        }
        return columns;
    }

    /** Changes rows past every guard, as only the database's owner can. */
    public void tamper(String statement) {
        transaction.executeWithoutResult(status -> {
            sql().sql("ALTER TABLE projection.wallet_ledger DISABLE TRIGGER wallet_ledger_is_immutable")
                    .update();
            sql().sql(statement).update();
            sql().sql("ALTER TABLE projection.wallet_ledger ENABLE ALWAYS TRIGGER wallet_ledger_is_immutable")
                    .update();
        });
    }

    private void handle(Recorded recorded) {
        var token = new GlobalSequenceTrackingToken(recorded.position());
        switch (recorded.event()) {
            case BucketOpened opened -> ledger.on(opened, token, recorded.at());
            case PointsTransferred transferred -> ledger.on(transferred, token, recorded.at());
            case Posted posted -> ledger.on(posted, token, recorded.at());
            case CouponEvent coupon -> ledger.on(coupon, token, recorded.at());
            case BetEvent bet -> bets.on(bet, recorded.sequence(), token, recorded.at());
            case TopologyDefined defined -> topologies.on(defined, token, recorded.at());
            case TopologyActivated activated -> topologies.on(activated, token, recorded.at());
            case TopologyCreated created -> topologies.on(created, token, recorded.at());
            case TopologySwitched switched -> topologies.on(switched, token, recorded.at());
            case PolicyDefined defined -> topologies.on(defined, token, recorded.at());
            case PolicyCreated created -> topologies.on(created, token, recorded.at());
            case PolicyActivated activated -> topologies.on(activated, token, recorded.at());
            case ReviewOpened opened -> reviews.on(opened, token, recorded.at());
            case ReviewClosed closed -> reviews.on(closed, token, recorded.at());
            case BrandDefined defined -> catalogue.on(defined, token, recorded.at());
            case BrandSet set -> catalogue.on(set, token, recorded.at());
            case ProviderRegistered registered -> catalogue.on(registered, token, recorded.at());
            case ProviderConnected connected -> catalogue.on(connected, token, recorded.at());
            case ProfileDefined defined -> catalogue.on(defined, token, recorded.at());
            case ProfileActivated activated -> catalogue.on(activated, token, recorded.at());
            case ProviderSecretReplaced replaced -> catalogue.on(replaced, token, recorded.at());
            case GameRegistered registered -> catalogue.on(registered, token, recorded.at());
            case GameListed listed -> catalogue.on(listed, token, recorded.at());
            default -> {}
        }
    }

    private void storeToken(String json) {
        sql().sql("""
            INSERT INTO token_entry (processor_name, segment, token, timestamp)
            VALUES (:processor, 0, :token, '2026-01-02T00:00:00Z')
            ON CONFLICT (processor_name, segment) DO UPDATE SET token = EXCLUDED.token\
            """)
                .param("processor", LedgerProjection.PROCESSOR)
                .param("token", json.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    @Override
    public void close() {
        database.close();
    }
}
