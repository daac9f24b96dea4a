package io.carat.api.axonserver;

import io.carat.core.access.TokenCommand;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetCommand.BetTransaction;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetDryRun;
import io.carat.core.bet.ProviderCallback;
import io.carat.core.bet.ReadBet;
import io.carat.core.bonus.CancelBonus;
import io.carat.core.bonus.ExpireBonus;
import io.carat.core.bonus.GrantBonus;
import io.carat.core.bonus.ReadBonus;
import io.carat.core.bucket.ActivateRequirement;
import io.carat.core.bucket.BucketKey;
import io.carat.core.catalogue.CatalogueCommand;
import io.carat.core.configuration.ConfigurationCommand;
import io.carat.core.configuration.ReadActiveTopology;
import io.carat.core.control.BrandControlCommand;
import io.carat.core.control.PlayerControlCommand;
import io.carat.core.control.ReadPlayer;
import io.carat.core.coupon.CouponCommand;
import io.carat.core.coupon.CouponCommand.GrantCoupon;
import io.carat.core.coupon.DefineCampaign;
import io.carat.core.coupon.ReadCampaign;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.points.PointsCommand;
import io.carat.core.policy.PolicyCommand;
import io.carat.core.review.CloseReview;
import io.carat.core.session.OpenGameSession;
import io.carat.core.topology.TopologyCommand;
import io.carat.core.transfer.MakeTransfer;
import io.carat.core.transfer.ReadTransfer;
import io.carat.core.wallet.ReadPlayable;
import io.carat.core.wallet.ReadWallet;
import io.carat.core.win.RecordWin;
import io.carat.core.withdrawal.ReadWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;

/**
 * Sends all commands of one player to one node, where locks put them in order: Axon Server does not check what an append only
 * read. A command that names a bet, a bonus or a withdrawal goes to the player it belongs to.
 */
final class PlayerRouting implements RoutingStrategy {

    /** Where what belongs to no player is handled. */
    static final String PLATFORM = "platform";

    private final StreamOwners owners;

    PlayerRouting(StreamOwners owners) {
        this.owners = owners;
    }

    /**
     * The player's key, or {@link #PLATFORM}.
     *
     * @throws IllegalArgumentException for a command that this does not know: it would be routed anywhere
     */
    @Override
    public String getRoutingKey(CommandMessage<?> command) {
        return switch (command.getPayload()) {
            case CreditDeposit deposit -> key(deposit.brandId(), deposit.playerId());
            case GrantBonus bonus -> key(bonus.brandId(), bonus.playerId());
            case CancelBonus bonus -> owners.ownerOf(bonus.bonusId());
            case ExpireBonus bonus -> owners.ownerOf(bonus.bonusId());
            case ReadBonus bonus -> owners.ownerOf(bonus.bonusId());
            case AuthorizeBet bet -> key(bet.brandId(), bet.playerId());
            case RollbackBetByBetId rollback -> key(rollback.brandId(), rollback.playerId());
            case RecordWin win -> key(win.brandId(), win.playerId());
            case ProviderCallback callback -> key(callback.brandId(), callback.playerId());
            case OpenGameSession session -> key(session.brandId(), session.playerId());
            case ReadPlayable query -> key(query.brandId(), query.playerId());
            case BetTransaction transaction -> owners.ownerOf(transaction.authorizationId());
            case MakeTransfer transfer -> key(transfer.brandId(), transfer.playerId());
            case ReadTransfer query -> owners.ownerOf(query.transferId());
            case RequestWithdrawal withdrawal -> key(withdrawal.brandId(), withdrawal.playerId());
            case MoveWithdrawal move -> owners.ownerOf(move.withdrawalId());
            case ReadWithdrawal query -> owners.ownerOf(query.withdrawalId());
            case BetDryRun dryRun -> key(dryRun.bet().brandId(), dryRun.bet().playerId());
            case ReadBet bet -> owners.ownerOf(bet.authorizationId());
            case ReadWallet wallet -> key(wallet.brandId(), wallet.playerId());
            case ActivateRequirement activation -> bucketOwner(activation.bucketId());
            case CloseReview review -> review.reviewId();
            case GrantCoupon grant -> key(grant.brandId(), grant.playerId());
            case CouponCommand coupon -> owners.ownerOf(coupon.grantId());
            case PointsCommand points -> key(points.brandId(), points.playerId());
            case DefineCampaign ignored -> PLATFORM;
            case ReadCampaign ignored -> PLATFORM;
            case PlayerControlCommand control -> key(control.brandId(), control.playerId());
            case ReadPlayer query -> key(query.brandId(), query.playerId());
            case BrandControlCommand ignored -> PLATFORM;
            case TokenCommand ignored -> PLATFORM;
            case ConfigurationCommand ignored -> PLATFORM;
            case PolicyCommand ignored -> PLATFORM;
            case TopologyCommand ignored -> PLATFORM;
            case CatalogueCommand ignored -> PLATFORM;
            case ReadActiveTopology ignored -> PLATFORM;
            default ->
                throw new IllegalArgumentException("No routing key for "
                        + command.getPayloadType().getName() + ": say in PlayerRouting whose command it is");
        };
    }

    private static String bucketOwner(String bucketId) {
        BucketKey bucket = BucketKey.parse(bucketId);
        return key(bucket.brandId(), bucket.playerId());
    }

    static String key(String brandId, String playerId) {
        return brandId + ":" + playerId;
    }
}
