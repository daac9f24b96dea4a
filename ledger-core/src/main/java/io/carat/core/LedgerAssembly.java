package io.carat.core;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.bet.BetAuthorization;
import io.carat.core.bet.BetCommandHandler;
import io.carat.core.bonus.BonusCommandHandler;
import io.carat.core.bucket.BucketCommandHandler;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.claim.Claim;
import io.carat.core.configuration.ConfigurationCommandHandler;
import io.carat.core.deposit.Deposit;
import io.carat.core.deposit.DepositCommandHandler;
import io.carat.core.player.Player;
import io.carat.core.policy.PolicyVersions;
import io.carat.core.topology.Platform;
import io.carat.core.topology.TopologyVersions;
import io.carat.core.wallet.WalletCommandHandler;
import io.carat.core.withdrawal.Withdrawal;
import io.carat.core.withdrawal.WithdrawalCommandHandler;
import java.util.List;

/** The parts of the ledger: a new aggregate or command handler is added here, and every assembly of it has it. */
public final class LedgerAssembly {

    /** The aggregates. */
    public static final List<Class<? extends LedgerAggregate<?>>> AGGREGATES = List.of(
            CatalogueItem.class,
            TopologyVersions.class,
            Platform.class,
            PolicyVersions.class,
            Claim.class,
            Player.class,
            WalletBucket.class,
            Deposit.class,
            BetAuthorization.class,
            Withdrawal.class);

    private LedgerAssembly() {}

    /** The command handlers, on these repositories: objects with Axon's {@code @CommandHandler} methods. */
    public static List<Object> commandHandlers(AggregateAccess access) {
        return List.of(
                new BetCommandHandler(access),
                new DepositCommandHandler(access),
                new BonusCommandHandler(access),
                new WithdrawalCommandHandler(access),
                new BucketCommandHandler(access),
                new WalletCommandHandler(access),
                new ConfigurationCommandHandler(access));
    }
}
