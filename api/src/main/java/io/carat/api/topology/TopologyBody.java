package io.carat.api.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TransferPair;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A topology version as it is told and sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TopologyBody(
        @Schema(description = "may be left out of a request, whose path names it") @Nullable
        String code,

        @Schema(description = "given by the ledger; in a request it is not looked at") @Nullable
        Integer version,

        @Schema(description = "every bucket type of a wallet")
        List<Bucket> buckets,

        @Schema(description = "one per product") List<Route> routes,

        @Schema(
                description = "the pairs that transfers may use; left out: every NORMAL to every other, POINTS to every"
                        + " NORMAL")
        @Nullable
        List<Transfer> transfers) {

    /** Refuses a body that lacks a part. */
    public TopologyBody {
        entries("buckets", buckets);
        entries("routes", routes);
        if (transfers != null) {
            entries("transfers", transfers);
        }
    }

    /** A kind of bucket. */
    public record Bucket(@Schema(example = "POKER_NORMAL") String code, BucketRole role) {

        /** Refuses a bucket that lacks a part. */
        public Bucket {
            require("buckets.code", code);
            require("buckets.role", role);
        }
    }

    /** Where a product finds its money and its rules. */
    public record Route(
            @Schema(example = "POKER") String product, String normalBucket, String bonusBucket, String policyCode) {

        /** Refuses a route that lacks a part. */
        public Route {
            require("routes.product", product);
            require("routes.normalBucket", normalBucket);
            require("routes.bonusBucket", bonusBucket);
            require("routes.policyCode", policyCode);
        }
    }

    /** A pair that transfers may use. */
    public record Transfer(String from, String to) {

        /** Refuses a pair that lacks a part. */
        public Transfer {
            require("transfers.from", from);
            require("transfers.to", to);
        }
    }

    /** A topology version as it is told. */
    static TopologyBody of(Topology topology) {
        List<TransferPair> transfers = topology.transfers();
        return new TopologyBody(
                topology.code(),
                topology.version(),
                topology.buckets().stream()
                        .map(type -> new Bucket(type.code(), type.role()))
                        .toList(),
                topology.routes().stream()
                        .map(route -> new Route(
                                route.product(), route.normalBucket(), route.bonusBucket(), route.policyCode()))
                        .toList(),
                transfers == null
                        ? null
                        : transfers.stream()
                                .map(pair -> new Transfer(pair.from(), pair.to()))
                                .toList());
    }

    /**
     * The content that was sent for this code; its number is given by the ledger.
     *
     * @throws InvalidRequestException when the body names another code
     */
    Topology content(String pathCode) {
        Field.code("code", pathCode);
        if (code != null && !code.equals(pathCode)) {
            throw new InvalidRequestException("code", "is not that of the path, " + pathCode);
        }
        return new Topology(
                pathCode,
                1,
                buckets.stream()
                        .map(bucket -> new BucketType(bucket.code(), bucket.role()))
                        .toList(),
                routes.stream()
                        .map(route -> new ProductRoute(
                                route.product(), route.normalBucket(), route.bonusBucket(), route.policyCode()))
                        .toList(),
                transfers == null
                        ? null
                        : transfers.stream()
                                .map(pair -> new TransferPair(pair.from(), pair.to()))
                                .toList());
    }

    private static void entries(String path, @Nullable List<?> parts) {
        require(path, parts);
        if (Objects.requireNonNull(parts).stream().anyMatch(Objects::isNull)) {
            throw new InvalidRequestException(path, "has an entry that is null");
        }
    }

    private static void require(String path, @Nullable Object part) {
        if (part == null) {
            throw new InvalidRequestException(path, "is missing");
        }
    }
}
