package io.carat.core.testing;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.bet.BetCommand;
import io.carat.core.bet.BetCommandHandler;
import io.carat.core.bonus.BonusCommandHandler;
import io.carat.core.bonus.GrantBonus;
import io.carat.core.bucket.ActivateRequirement;
import io.carat.core.bucket.BucketCommandHandler;
import io.carat.core.configuration.ConfigurationCommand;
import io.carat.core.configuration.ConfigurationCommandHandler;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.deposit.DepositCommandHandler;
import io.carat.core.wallet.ReadWallet;
import io.carat.core.wallet.WalletCommandHandler;
import io.carat.core.withdrawal.ReadWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand;
import io.carat.core.withdrawal.WithdrawalCommandHandler;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The command handlers and the aggregates as they are, on Axon's event store in memory: one thread, no database. */
public final class InMemoryLedger implements AggregateAccess {

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();
    private final List<LedgerEvent> events = new ArrayList<>();

    /** An empty ledger. */
    public InMemoryLedger() {
        store.subscribe(messages -> messages.forEach(message -> events.add((LedgerEvent) message.getPayload())));
    }

    /** Everything appended so far, in order. */
    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }

    /** Handles a command in a unit of work of its own. */
    public Outcome send(Object command) {
        return switch (command) {
            case ConfigurationCommand.DefineBrand it -> run(it, new ConfigurationCommandHandler(this)::handle);
            case ConfigurationCommand.RegisterProvider it -> run(it, new ConfigurationCommandHandler(this)::handle);
            case ConfigurationCommand.RegisterGame it -> run(it, new ConfigurationCommandHandler(this)::handle);
            case ConfigurationCommand.DefineTopology it -> run(it, new ConfigurationCommandHandler(this)::handle);
            case ConfigurationCommand.DefinePolicy it -> run(it, new ConfigurationCommandHandler(this)::handle);
            case ConfigurationCommand.ActivateFirstTopology it ->
                run(it, new ConfigurationCommandHandler(this)::handle);
            case BetCommand.AuthorizeBet it -> run(it, new BetCommandHandler(this)::handle);
            case BetCommand.SettleBet it -> run(it, new BetCommandHandler(this)::handle);
            case BetCommand.RollbackBet it -> run(it, new BetCommandHandler(this)::handle);
            case BetCommand.RollbackBetByBetId it -> run(it, new BetCommandHandler(this)::handle);
            case BetCommand.CashOutBet it -> run(it, new BetCommandHandler(this)::handle);
            case BetCommand.CorrectBet it -> run(it, new BetCommandHandler(this)::handle);
            case BetCommand.VoidBet it -> run(it, new BetCommandHandler(this)::handle);
            case CreditDeposit it -> run(it, new DepositCommandHandler(this)::handle);
            case GrantBonus it -> run(it, new BonusCommandHandler(this)::handle);
            case WithdrawalCommand.RequestWithdrawal it -> run(it, new WithdrawalCommandHandler(this)::handle);
            case WithdrawalCommand.MoveWithdrawal it -> run(it, new WithdrawalCommandHandler(this)::handle);
            case ReadWithdrawal it -> run(it, new WithdrawalCommandHandler(this)::handle);
            case ReadWallet it -> run(it, new WalletCommandHandler(this)::handle);
            case ActivateRequirement it -> run(it, new BucketCommandHandler(this)::handle);
            default -> throw new IllegalArgumentException("No handler of " + command);
        };
    }

    /** The state of an aggregate as its events give it, null when it has none. */
    public <S, A extends LedgerAggregate<S>> @Nullable S state(Class<A> type, String id) {
        AtomicReference<@Nullable S> found = new AtomicReference<>();
        new DefaultUnitOfWork<>(new GenericCommandMessage<>(id))
                .execute(() -> reference(type, id).ifPresent(root -> found.set(root.state())));
        return found.get();
    }

    @Override
    public <A extends LedgerAggregate<?>> Aggregate<A> loadOrCreate(Class<A> type, String id) {
        try {
            return repository(type).loadOrCreate(id, () -> newInstance(type));
        } catch (Exception e) {
            throw new IllegalStateException(id + " could not be loaded", e);
        }
    }

    @Override
    public <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id) {
        return store.lastSequenceNumberFor(id).isEmpty()
                ? Optional.empty()
                : Optional.of(repository(type).load(id).invoke(Function.identity()));
    }

    private <C> Outcome run(C command, Function<C, Outcome> handler) {
        return new DefaultUnitOfWork<>(new GenericCommandMessage<>(command))
                .executeWithResult(() -> handler.apply(command))
                .getPayload();
    }

    @SuppressWarnings("unchecked") // each class is only ever put with its own repository
    private <A extends LedgerAggregate<?>> Repository<A> repository(Class<A> type) {
        return (Repository<A>) repositories.computeIfAbsent(
                type,
                missing ->
                        EventSourcingRepository.builder(type).eventStore(store).build());
    }

    private static <A> A newInstance(Class<A> type) throws ReflectiveOperationException {
        Constructor<A> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
