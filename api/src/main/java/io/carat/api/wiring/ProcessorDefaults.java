package io.carat.api.wiring;

import io.carat.api.processor.HandledTypes;
import io.carat.api.processor.SparseSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * How processors run unless one says otherwise: pooled and streaming. A failed batch is rolled back with its token and
 * delivered again, after a pause that grows. What the handlers of ours do nothing with is left out for them.
 */
final class ProcessorDefaults implements ConfigurerModule {

    /** One segment per projection: events come in the order of the log. */
    private static final int SEGMENTS = 1;

    /** Events per transaction of a projection. */
    private static final int BATCH_EVENTS = 1_000;

    /** Sagas wait for the commands they send, so several segments wait side by side. */
    private static final int SAGA_SEGMENTS = 4;

    /** One event per transaction: a failure repeats the commands of that event only. */
    private static final int SAGA_BATCH_EVENTS = 1;

    /** Time after which an unclaimed segment is claimed again. */
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    /**
     * Time after which a saga's token is stored although none of the events since was the saga's: its lag is known that
     * well.
     */
    private static final long SAGA_TOKEN_MILLIS = 1_000;

    private final List<Class<?>> projections;
    private final List<SagaType> sagas;

    ProcessorDefaults(List<Class<?>> projections, List<SagaType> sagas) {
        this.projections = projections;
        this.sagas = sagas;
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer processing = configurer.eventProcessing();
        processing.usingPooledStreamingEventProcessors((configuration, processor) -> projection(processor));
        processors(projections.stream())
                .forEach((name, types) -> processing.registerPooledStreamingEventProcessorConfiguration(
                        name, (configuration, processor) -> sparse(processor, types, configuration)));
        sagas.forEach(saga -> processing.registerSaga(saga.type()));
        processors(sagas.stream().map(SagaType::type))
                .forEach((name, types) -> processing.registerPooledStreamingEventProcessorConfiguration(
                        name, (configuration, processor) -> sparse(saga(processor), types, configuration)));
    }

    private static Map<String, List<Class<?>>> processors(Stream<Class<?>> handlers) {
        return handlers.collect(Collectors.groupingBy(ProcessorName::of));
    }

    private static PooledStreamingEventProcessor.Builder sparse(
            PooledStreamingEventProcessor.Builder processor, List<Class<?>> handlers, Configuration configuration) {
        return processor.messageSource(
                new SparseSource(configuration.eventStore(), HandledTypes.of(handlers, configuration)));
    }

    private static PooledStreamingEventProcessor.Builder projection(PooledStreamingEventProcessor.Builder processor) {
        return processor
                .initialSegmentCount(SEGMENTS)
                .batchSize(BATCH_EVENTS)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS);
    }

    // Axon would start a saga at the head of the log: what happened before its first start would never be handled.
    // A saga may wait for its commands longer than a claim lasts: the coordinator keeps the claim meanwhile, else two
    // nodes would take the segment from each other for ever.
    private static PooledStreamingEventProcessor.Builder saga(PooledStreamingEventProcessor.Builder processor) {
        return processor
                .initialSegmentCount(SAGA_SEGMENTS)
                .batchSize(SAGA_BATCH_EVENTS)
                .claimExtensionThreshold(SAGA_TOKEN_MILLIS)
                .enableCoordinatorClaimExtension()
                .initialToken(StreamableMessageSource::createTailToken);
    }
}
