package io.carat.core.configuration;

import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.Policy;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import java.util.Optional;

/** The checks that every money command passes before its own rules: brand, currency, amount, topology, policy. */
public final class Admission {

    private final ActiveConfiguration configuration;

    /** Checks against the configuration as one command sees it. */
    public Admission(ActiveConfiguration configuration) {
        this.configuration = configuration;
    }

    /** What stands against an amount of a brand; empty when nothing does. */
    public Optional<Rejection> refuse(String brandId, Money amount) {
        Optional<Brand> brand = configuration.brand(brandId);
        if (brand.isEmpty()) {
            return Optional.of(Rejection.of(RejectionCode.BRAND_NOT_FOUND, "There is no brand " + brandId + "."));
        }
        if (!brand.get().currencies().contains(amount.currency())) {
            return Optional.of(brand.get().holdsNot(amount.currency()));
        }
        return refuse(amount);
    }

    private static Optional<Rejection> refuse(Money amount) {
        boolean inBounds = amount.amountMinor() > 0 && amount.amountMinor() <= Money.MAX_REQUEST_MINOR;
        return inBounds
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        RejectionCode.AMOUNT_INVALID,
                        "An amount is from 1 to " + Money.MAX_REQUEST_MINOR + " minor units, not "
                                + amount.amountMinor() + "."));
    }

    /** A bucket that a credit names, with the policy its credits are decided under. */
    public record CreditTarget(BucketType type, Policy policy) {}

    /** The target of a credit, or why there is none. */
    public sealed interface Target {
        /** The topology has the bucket, in the role asked for. */
        record Found(CreditTarget target) implements Target {}

        /** It does not, or its policy is not defined. */
        record Missing(Rejection rejection) implements Target {}
    }

    /** Looks a credit's target up in the active topology. */
    public Target target(Topology topology, String bucketTypeCode, BucketRole role) {
        Optional<BucketType> type = topology.bucket(bucketTypeCode).filter(found -> found.role() == role);
        if (type.isEmpty()) {
            return new Target.Missing(Rejection.of(
                    RejectionCode.TOPOLOGY_MISMATCH,
                    "Topology " + topology.code() + " has no " + role + " bucket " + bucketTypeCode + "."));
        }
        Optional<Policy> policy = topology.policyOfBucket(bucketTypeCode).flatMap(configuration::policy);
        return policy.<Target>map(found -> new Target.Found(new CreditTarget(type.get(), found)))
                .orElseGet(() -> new Target.Missing(unresolved("bucket " + bucketTypeCode)));
    }

    /** The refusal when no policy or topology is there to decide under. */
    public static Rejection unresolved(String what) {
        return Rejection.of(RejectionCode.POLICY_UNRESOLVED, "No active topology or policy covers " + what + ".");
    }
}
