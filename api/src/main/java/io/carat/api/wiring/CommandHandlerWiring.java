package io.carat.api.wiring;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.bet.BetCommandHandler;
import io.carat.core.bonus.BonusCommandHandler;
import io.carat.core.bucket.BucketCommandHandler;
import io.carat.core.configuration.ConfigurationCommandHandler;
import io.carat.core.deposit.DepositCommandHandler;
import io.carat.core.wallet.WalletCommandHandler;
import io.carat.core.withdrawal.WithdrawalCommandHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command handlers of the ledger: a new one is added here, and Axon finds it. */
@Configuration(proxyBeanMethods = false)
class CommandHandlerWiring {

    @Bean
    BetCommandHandler betCommandHandler(AggregateAccess access) {
        return new BetCommandHandler(access);
    }

    @Bean
    DepositCommandHandler depositCommandHandler(AggregateAccess access) {
        return new DepositCommandHandler(access);
    }

    @Bean
    BonusCommandHandler bonusCommandHandler(AggregateAccess access) {
        return new BonusCommandHandler(access);
    }

    @Bean
    WithdrawalCommandHandler withdrawalCommandHandler(AggregateAccess access) {
        return new WithdrawalCommandHandler(access);
    }

    @Bean
    BucketCommandHandler bucketCommandHandler(AggregateAccess access) {
        return new BucketCommandHandler(access);
    }

    @Bean
    WalletCommandHandler walletCommandHandler(AggregateAccess access) {
        return new WalletCommandHandler(access);
    }

    @Bean
    ConfigurationCommandHandler configurationCommandHandler(AggregateAccess access) {
        return new ConfigurationCommandHandler(access);
    }
}
