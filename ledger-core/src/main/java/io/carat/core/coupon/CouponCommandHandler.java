package io.carat.core.coupon;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.coupon.CouponCommand.ConfirmCoupon;
import io.carat.core.coupon.CouponCommand.ExpireCoupon;
import io.carat.core.coupon.CouponCommand.GrantCoupon;
import io.carat.core.coupon.CouponCommand.ReadCoupon;
import io.carat.core.coupon.CouponCommand.RevokeCoupon;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.Player;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;

/** Takes what is asked of grants: loads, decides, appends. */
public final class CouponCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public CouponCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Grants once per campaign, player and trigger. */
    @CommandHandler
    public Outcome handle(GrantCoupon command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(
                Claims.underRequest(unit, command.brandId(), command.request(), () -> admit(unit, command)));
    }

    /** Confirms a grant; asking again changes nothing. */
    @CommandHandler
    public Outcome handle(ConfirmCoupon command) {
        return end(command, CouponEnding::confirm);
    }

    /** Expires a grant whose time is over; asking again changes nothing. */
    @CommandHandler
    public Outcome handle(ExpireCoupon command) {
        return end(command, CouponEnding::expire);
    }

    /** Takes a grant back once. */
    @CommandHandler
    public Outcome handle(RevokeCoupon command) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<String> brandId = CouponCommand.brandOf(command.grantId()).filter(command.scope()::covers);
        return unit.conclude(brandId.map(brand ->
                        Claims.underRequest(unit, brand, command.request(), () -> revoke(unit, brand, command)))
                .orElseGet(() -> notFound(command.grantId())));
    }

    /** A grant as it stands. */
    @CommandHandler
    public Outcome handle(ReadCoupon query) {
        LedgerUnit unit = new LedgerUnit(access);
        boolean reached = CouponCommand.brandOf(query.grantId())
                .filter(query.scope()::covers)
                .isPresent();
        return unit.conclude(Optional.of(query.grantId())
                .filter(id -> reached)
                .flatMap(id -> unit.reference(CouponGrant.class, id))
                .map(grant -> Decision.accepted(List.of(), CouponView.of(grant)))
                .orElseGet(() -> notFound(query.grantId())));
    }

    private static Decision admit(LedgerUnit unit, GrantCoupon command) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        if (configuration.brand(command.brandId()).isEmpty()) {
            return Decision.rejected(RejectionCode.BRAND_NOT_FOUND, "There is no brand " + command.brandId() + ".");
        }
        Optional<CampaignTerms> campaign = unit.reference(Campaign.class, command.campaignId())
                .map(CampaignState::terms)
                .filter(terms -> terms.brandId().equals(command.brandId()));
        Optional<Topology> topology = configuration.topology();
        if (campaign.isEmpty()) {
            return Decision.rejected(
                    RejectionCode.CAMPAIGN_NOT_FOUND, "There is no campaign " + command.campaign() + ".");
        }
        return topology.map(active -> grant(unit, command, campaign.get(), active))
                .orElseGet(() -> Decision.rejected(Admission.unresolved("coupons")));
    }

    private static Decision grant(LedgerUnit unit, GrantCoupon command, CampaignTerms campaign, Topology topology) {
        Optional<ProductRoute> route = campaign.products().stream()
                .flatMap(product -> topology.route(product).stream())
                .findFirst();
        Optional<Policy> policy = route.flatMap(found -> new ActiveConfiguration(unit).policy(found.policyCode()));
        if (route.isPresent() && policy.isEmpty()) {
            return Decision.rejected(
                    Admission.unresolved("product " + route.get().product()));
        }
        CouponState existing = unit.loadNew(LoadOrder.COUPON, CouponGrant.class, command.grantId());
        PlayerState player = Objects.requireNonNullElse(
                unit.load(LoadOrder.PLAYER, Player.class, PlayerState.streamId(command.brandId(), command.playerId())),
                PlayerState.NEW);
        CouponGranting.Facts facts = new CouponGranting.Facts(
                campaign,
                route.isPresent() ? topology.ref() : null,
                policy.map(Policy::ref).orElse(null),
                player,
                existing,
                budget(unit, command.brandId(), command.campaignId()),
                id -> unit.reference(CouponGrant.class, id)
                        .filter(CouponState::isOver)
                        .isPresent(),
                unit.now());
        return new CouponGranting(command, facts).decide();
    }

    private static BudgetState budget(LedgerUnit unit, String brandId, String campaignId) {
        String id = BudgetState.streamId(brandId, campaignId);
        return Objects.requireNonNullElse(unit.load(LoadOrder.BUDGET, CampaignBudget.class, id), BudgetState.UNTOUCHED);
    }

    private static Decision revoke(LedgerUnit unit, String brandId, RevokeCoupon command) {
        CouponState grant = unit.load(LoadOrder.COUPON, CouponGrant.class, command.grantId());
        return grant == null
                ? notFound(command.grantId())
                : new CouponEnding(grant, unit.now())
                        .revoke(command, budget(unit, brandId, grant.offered().campaignId()));
    }

    private Outcome end(CouponCommand command, Function<CouponEnding, Decision> decide) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<CouponState> grant = CouponCommand.brandOf(command.grantId())
                .flatMap(brand ->
                        Optional.ofNullable(unit.load(LoadOrder.COUPON, CouponGrant.class, command.grantId())));
        return unit.conclude(grant.map(found -> decide.apply(new CouponEnding(found, unit.now())))
                .orElseGet(() -> notFound(command.grantId())));
    }

    private static Decision notFound(String grantId) {
        return Decision.rejected(
                Rejection.of(RejectionCode.COUPON_NOT_FOUND, "There is no coupon grant " + grantId + "."));
    }
}
