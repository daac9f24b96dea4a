package io.carat.core.win;

import io.carat.core.bonus.BonusEvent;
import io.carat.core.claim.ClaimName;
import io.carat.core.coupon.CampaignTerms;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Pay a win that belongs to no bet (rule book §3): a free round, a promotion, a jackpot. It names a campaign or a grant;
 * one that names neither is an ordinary win without a bet.
 *
 * @param campaign the campaign, by id or by its code within the brand
 * @param couponGrantId the grant that the rounds were played with
 * @param gameId the game that was won at: its product says which bucket is credited; null takes the campaign's first
 * @param transactionId the provider's, unique per brand, provider and operation
 * @param payout 0 or above; 0 is acknowledged and moves nothing
 */
public record RecordWin(
        RequestKey request,
        String brandId,
        String playerId,
        String providerId,
        @Nullable String campaign,
        @Nullable String couponGrantId,
        @Nullable String gameId,
        String transactionId,
        Money payout) {

    /** The name under which transaction ids are unique. */
    static final String OPERATION = ClaimName.WIN;

    /** The key of a win that a provider calls back with: the claim of its transaction id is the only one it has. */
    public static RequestKey callbackKey(String brandId, String providerId, String transactionId) {
        return new RequestKey(
                transactionId, "", ClaimName.transactionClaimId(brandId, providerId, OPERATION, transactionId));
    }

    /** The win's id: the same brand, provider and transaction always mean the same win. */
    public String winId() {
        return DerivedId.of(brandId, "win", providerId, transactionId);
    }

    /** The id of the bonus that the win opens where none runs. */
    String bonusId() {
        return DerivedId.of(brandId, BonusEvent.KIND, winId());
    }

    /** The id of the campaign that is named; null when none is. */
    @Nullable
    String campaignId() {
        return campaign == null ? null : CampaignTerms.named(brandId, campaign);
    }

    /** A digest of the win itself, whatever key it comes under. */
    String fingerprint() {
        return DerivedId.fingerprint(
                playerId, campaignId(), couponGrantId, gameId, payout.amountMinor(), payout.currency());
    }
}
