package io.carat.core.coupon;

import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.claim.ClaimName;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.coupon.CampaignEvent.CampaignDefined;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.RollingTerms;
import io.carat.core.topology.Topology;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Defines campaigns: once per brand and code, and only what could be granted and paid. */
final class CampaignDefinition {

    /** Odds of 1: nothing is won. */
    private static final int LEAST_ODDS_MILLI = 1_000;

    private final DefineCampaign command;
    private final ActiveConfiguration configuration;
    private final Instant now;

    CampaignDefinition(DefineCampaign command, ActiveConfiguration configuration, Instant now) {
        this.command = command;
        this.configuration = configuration;
        this.now = now;
    }

    /** Defines, replays what was defined before, or refuses. */
    Decision decide(@Nullable CampaignState state) {
        if (state != null) {
            return repeated(state.defined());
        }
        return new Admission(configuration)
                .refuse(command.brandId(), new Money(command.budgetMinor(), command.currency()))
                .or(this::wrongAmounts)
                .or(this::unknownProduct)
                .or(this::unknownProvider)
                .map(Decision::rejected)
                .orElseGet(this::define);
    }

    private Decision repeated(CampaignDefined defined) {
        return defined.fingerprint().equals(command.fingerprint())
                ? Decision.repeated(CampaignAnswer.of(defined), defined.requestClaimId())
                : Decision.rejected(
                        RejectionCode.IDEMPOTENCY_MISMATCH,
                        "Campaign " + command.code() + " exists with other terms; terms are never changed.");
    }

    private Optional<Rejection> wrongAmounts() {
        if (command.faceMinor() < 1 || command.faceMinor() > command.budgetMinor()) {
            return wrong("The face is from 1 to the budget of " + command.budgetMinor() + ".");
        }
        if (isOutOfBounds(command.minStakeMinor()) || isOutOfBounds(command.maxStakeMinor())) {
            return wrong("A bound on the stake is from 1 to " + Money.MAX_REQUEST_MINOR + ".");
        }
        if (command.minStakeMinor() != null
                && command.maxStakeMinor() != null
                && command.minStakeMinor() > command.maxStakeMinor()) {
            return wrong("The least stake is above the largest.");
        }
        if (command.multiplierBps() != null
                && (command.multiplierBps() < 0 || command.multiplierBps() > RollingTerms.MAX_MULTIPLIER_BPS)) {
            return wrong("A multiplier is from 0 to " + RollingTerms.MAX_MULTIPLIER_BPS + " basis points.");
        }
        return command.minOddsMilli() != null && command.minOddsMilli() < LEAST_ODDS_MILLI
                ? wrong("Odds are from 1.")
                : Optional.empty();
    }

    private static boolean isOutOfBounds(@Nullable Long stakeMinor) {
        return stakeMinor != null && (stakeMinor < 1 || stakeMinor > Money.MAX_REQUEST_MINOR);
    }

    private static Optional<Rejection> wrong(String detail) {
        return Optional.of(Rejection.of(RejectionCode.AMOUNT_INVALID, detail));
    }

    private Optional<Rejection> unknownProduct() {
        Optional<Topology> topology = configuration.topology();
        if (topology.isEmpty()) {
            return Optional.of(Admission.unresolved("campaigns"));
        }
        return first(
                        command.products(),
                        product -> topology.get().route(product).isPresent())
                .map(product -> Rejection.of(
                        RejectionCode.TOPOLOGY_MISMATCH,
                        "Topology " + topology.get().code() + " serves no product " + product + "."));
    }

    private Optional<Rejection> unknownProvider() {
        return first(command.providers(), configuration::hasProvider)
                .map(provider ->
                        Rejection.of(RejectionCode.PROVIDER_NOT_FOUND, "There is no provider " + provider + "."));
    }

    private static Optional<String> first(List<String> names, Predicate<String> known) {
        return names.stream().filter(known.negate()).findFirst();
    }

    private Decision define() {
        Brand brand = configuration.brand(command.brandId()).orElseThrow();
        Instant expiresAt = command.expiry().in(ZoneId.of(brand.zone()));
        if (!now.isBefore(expiresAt)) {
            return Decision.rejected(
                    RejectionCode.COUPON_EXPIRED, "The campaign would be expired since " + expiresAt + ".");
        }
        CampaignDefined defined = new CampaignDefined(
                command.campaignId(),
                terms(expiresAt),
                command.fingerprint(),
                ClaimName.requestClaimId(command.brandId(), command.request()));
        return Decision.accepted(List.of(defined), CampaignAnswer.of(defined));
    }

    private CampaignTerms terms(Instant expiresAt) {
        return new CampaignTerms(
                command.brandId(),
                command.code(),
                command.currency(),
                command.budgetMinor(),
                command.faceMinor(),
                command.products(),
                command.providers(),
                command.stakeReturned(),
                command.payoutTarget(),
                command.multiplierBps(),
                expiresAt,
                command.partialUse(),
                command.minStakeMinor(),
                command.maxStakeMinor(),
                command.minOddsMilli());
    }
}
