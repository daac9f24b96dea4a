package io.carat.core;

import io.carat.core.access.ApiToken;
import io.carat.core.access.TokenCommandHandler;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.bet.BetAuthorization;
import io.carat.core.bet.BetCommandHandler;
import io.carat.core.bet.CallbackCommandHandler;
import io.carat.core.bonus.Bonus;
import io.carat.core.bonus.BonusCommandHandler;
import io.carat.core.bucket.BucketCommandHandler;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.claim.Claim;
import io.carat.core.configuration.CatalogueCommandHandler;
import io.carat.core.configuration.ConfigurationCommandHandler;
import io.carat.core.configuration.TopologyCommandHandler;
import io.carat.core.control.BrandControlCommandHandler;
import io.carat.core.control.PlayerControlCommandHandler;
import io.carat.core.coupon.Campaign;
import io.carat.core.coupon.CampaignBudget;
import io.carat.core.coupon.CampaignCommandHandler;
import io.carat.core.coupon.CouponCommandHandler;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.deposit.Deposit;
import io.carat.core.deposit.DepositCommandHandler;
import io.carat.core.player.Player;
import io.carat.core.points.PointsCommandHandler;
import io.carat.core.points.PointsTransfer;
import io.carat.core.policy.PolicyCommandHandler;
import io.carat.core.policy.PolicyVersions;
import io.carat.core.review.ReviewCommandHandler;
import io.carat.core.review.ReviewItem;
import io.carat.core.session.GameSession;
import io.carat.core.session.SessionCommandHandler;
import io.carat.core.topology.Platform;
import io.carat.core.topology.TopologyVersions;
import io.carat.core.transfer.Transfer;
import io.carat.core.transfer.TransferCommandHandler;
import io.carat.core.wallet.PlayableCommandHandler;
import io.carat.core.wallet.WalletCommandHandler;
import io.carat.core.win.Win;
import io.carat.core.win.WinCommandHandler;
import io.carat.core.withdrawal.Withdrawal;
import io.carat.core.withdrawal.WithdrawalCommandHandler;
import java.util.List;
import java.util.function.Function;

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
            Bonus.class,
            BetAuthorization.class,
            Withdrawal.class,
            Campaign.class,
            CampaignBudget.class,
            CouponGrant.class,
            Win.class,
            PointsTransfer.class,
            Transfer.class,
            ReviewItem.class,
            ApiToken.class,
            GameSession.class);

    /** The command handlers: types with Axon's {@code @CommandHandler} methods, and how each is made. */
    public static final List<Handler<?>> COMMAND_HANDLERS = List.of(
            new Handler<>(BetCommandHandler.class, BetCommandHandler::new),
            new Handler<>(DepositCommandHandler.class, DepositCommandHandler::new),
            new Handler<>(BonusCommandHandler.class, BonusCommandHandler::new),
            new Handler<>(WithdrawalCommandHandler.class, WithdrawalCommandHandler::new),
            new Handler<>(CampaignCommandHandler.class, CampaignCommandHandler::new),
            new Handler<>(CouponCommandHandler.class, CouponCommandHandler::new),
            new Handler<>(WinCommandHandler.class, WinCommandHandler::new),
            new Handler<>(PointsCommandHandler.class, PointsCommandHandler::new),
            new Handler<>(TransferCommandHandler.class, TransferCommandHandler::new),
            new Handler<>(ReviewCommandHandler.class, ReviewCommandHandler::new),
            new Handler<>(BucketCommandHandler.class, BucketCommandHandler::new),
            new Handler<>(WalletCommandHandler.class, WalletCommandHandler::new),
            new Handler<>(PlayerControlCommandHandler.class, PlayerControlCommandHandler::new),
            new Handler<>(BrandControlCommandHandler.class, BrandControlCommandHandler::new),
            new Handler<>(TokenCommandHandler.class, TokenCommandHandler::new),
            new Handler<>(ConfigurationCommandHandler.class, ConfigurationCommandHandler::new),
            new Handler<>(TopologyCommandHandler.class, TopologyCommandHandler::new),
            new Handler<>(PolicyCommandHandler.class, PolicyCommandHandler::new),
            new Handler<>(CatalogueCommandHandler.class, CatalogueCommandHandler::new),
            new Handler<>(SessionCommandHandler.class, SessionCommandHandler::new),
            new Handler<>(CallbackCommandHandler.class, CallbackCommandHandler::new),
            new Handler<>(PlayableCommandHandler.class, PlayableCommandHandler::new));

    private LedgerAssembly() {}

    /** The command handlers, on these repositories. */
    public static List<Object> commandHandlers(AggregateAccess access) {
        return COMMAND_HANDLERS.stream()
                .<Object>map(handler -> handler.on(access))
                .toList();
    }

    /** A type of command handlers, and how one is made on the repositories. */
    public record Handler<T>(Class<T> type, Function<AggregateAccess, T> factory) {

        /** One on these repositories. */
        public T on(AggregateAccess access) {
            return factory.apply(access);
        }
    }
}
