package io.carat.api.wiring;

import io.carat.core.LedgerTypes;
import io.carat.core.eventstore.EventPositions;
import io.carat.projection.ProcessorLag;
import io.carat.projection.ProjectionPosition;
import io.carat.projection.audit.AuditProjection;
import io.carat.projection.audit.AuditQueries;
import io.carat.projection.bet.BetProjection;
import io.carat.projection.catalogue.CatalogueProjection;
import io.carat.projection.catalogue.CatalogueQueries;
import io.carat.projection.ledger.LedgerProjection;
import io.carat.projection.ledger.LedgerQueries;
import io.carat.projection.reconciliation.EventLogBucketHistory;
import io.carat.projection.reconciliation.Reconciliation;
import io.carat.projection.review.OpenReviews;
import io.carat.projection.review.ReviewProjection;
import io.carat.projection.rolling.RollingProjection;
import io.carat.projection.rolling.RollingQueries;
import io.carat.projection.simulation.DecisionLog;
import io.carat.projection.topology.OutgoingBusiness;
import io.carat.projection.topology.PolicyCodes;
import io.carat.projection.topology.TopologyCodes;
import io.carat.projection.topology.TopologyDefinitions;
import io.carat.projection.topology.TopologyProjection;
import io.carat.projection.transfer.TransferProjection;
import io.carat.saga.bonus.BonusExpiryList;
import io.carat.saga.coupon.CouponGrantSaga;
import io.carat.saga.payment.WithdrawalPaymentSaga;
import io.carat.saga.rolling.RollingCreationSaga;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read models, their lag and their reconciliation. */
@Configuration(proxyBeanMethods = false)
class ProjectionWiring {

    /** The projections whose processors are given only the events that they handle. */
    static final List<Class<?>> PROJECTIONS = List.of(
            LedgerProjection.class,
            BetProjection.class,
            TopologyProjection.class,
            ReviewProjection.class,
            TransferProjection.class,
            RollingProjection.class,
            AuditProjection.class,
            CatalogueProjection.class,
            BonusExpiryList.class);

    private static final List<String> PROCESSORS = List.of(
            LedgerProjection.PROCESSOR,
            BetProjection.PROCESSOR,
            TopologyProjection.PROCESSOR,
            ReviewProjection.PROCESSOR,
            TransferProjection.PROCESSOR,
            RollingProjection.PROCESSOR,
            AuditProjection.PROCESSOR,
            CatalogueProjection.PROCESSOR,
            BonusExpiryList.PROCESSOR,
            RollingCreationSaga.NAME,
            CouponGrantSaga.NAME,
            WithdrawalPaymentSaga.NAME);

    @Bean
    LedgerProjection ledgerProjection(DataSource dataSource) {
        return new LedgerProjection(dataSource);
    }

    @Bean
    BetProjection betProjection(DataSource dataSource) {
        return new BetProjection(dataSource);
    }

    @Bean
    TopologyProjection topologyProjection(DataSource dataSource) {
        return new TopologyProjection(dataSource);
    }

    @Bean
    PolicyCodes policyCodes(DataSource dataSource) {
        return new PolicyCodes(dataSource);
    }

    @Bean
    TopologyCodes topologyCodes(DataSource dataSource) {
        return new TopologyCodes(dataSource);
    }

    @Bean
    OutgoingBusiness outgoingBusiness(DataSource dataSource) {
        return new OutgoingBusiness(dataSource);
    }

    @Bean
    TopologyDefinitions topologyDefinitions(DataSource dataSource) {
        return new TopologyDefinitions(dataSource);
    }

    @Bean
    DecisionLog decisionLog(EventStore store) {
        return new DecisionLog(store);
    }

    @Bean
    ReviewProjection reviewProjection(DataSource dataSource) {
        return new ReviewProjection(dataSource);
    }

    @Bean
    TransferProjection transferProjection(DataSource dataSource) {
        return new TransferProjection(dataSource);
    }

    @Bean
    RollingProjection rollingProjection(DataSource dataSource) {
        return new RollingProjection(dataSource);
    }

    @Bean
    RollingQueries rollingQueries(DataSource dataSource) {
        return new RollingQueries(dataSource);
    }

    @Bean
    OpenReviews openReviews(DataSource dataSource, MeterRegistry registry) {
        OpenReviews reviews = new OpenReviews(dataSource);
        reviews.register(registry);
        return reviews;
    }

    @Bean
    AuditProjection auditProjection(DataSource dataSource) {
        return new AuditProjection(dataSource, LedgerTypes.names());
    }

    @Bean
    AuditQueries auditQueries(DataSource dataSource) {
        return new AuditQueries(dataSource);
    }

    @Bean
    CatalogueProjection catalogueProjection(DataSource dataSource) {
        return new CatalogueProjection(dataSource);
    }

    @Bean
    CatalogueQueries catalogueQueries(DataSource dataSource) {
        return new CatalogueQueries(dataSource);
    }

    @Bean
    LedgerQueries ledgerQueries(DataSource dataSource) {
        return new LedgerQueries(dataSource);
    }

    @Bean
    ProcessorLag processorLag(DataSource dataSource, EventPositions log, MeterRegistry registry) {
        ProcessorLag lag = new ProcessorLag(log, new ProjectionPosition(dataSource));
        lag.register(registry, PROCESSORS);
        return lag;
    }

    @Bean
    Reconciliation reconciliation(DataSource dataSource, EventStore store, MeterRegistry registry) {
        return new Reconciliation(dataSource, new EventLogBucketHistory(store), registry);
    }
}
