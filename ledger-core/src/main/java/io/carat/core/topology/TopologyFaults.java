package io.carat.core.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What keeps a topology from being used, one sentence per fault that names where it is (rule book §1, §9). */
public final class TopologyFaults {

    /** The products that every topology serves; it may serve others too. */
    public static final List<String> REQUIRED_PRODUCTS = List.of("SPORTS", "LIVE", "SLOTS");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final Topology topology;
    private final List<String> faults = new ArrayList<>();

    private TopologyFaults(Topology topology) {
        this.topology = topology;
    }

    /** Every fault; none when the topology can be used. */
    public static List<String> of(Topology topology) {
        TopologyFaults check = new TopologyFaults(topology);
        check.code("code", topology.code());
        check.buckets();
        check.routes();
        check.transfers();
        return List.copyOf(check.faults);
    }

    private void buckets() {
        Set<String> seen = new HashSet<>();
        for (BucketType type : topology.buckets()) {
            code("buckets", type.code());
            require(seen.add(type.code()), "buckets", "names " + type.code() + " twice");
            require(
                    !serves(type) || topology.policyOfBucket(type.code()).isPresent(),
                    "buckets." + type.code(),
                    "is used by no route: its money could not be bet");
        }
        require(!topology.bucketsOf(BucketRole.NORMAL).isEmpty(), "buckets", "has no NORMAL bucket");
        one(BucketRole.WITHDRAWABLE);
        one(BucketRole.POINTS);
    }

    private static boolean serves(BucketType type) {
        return type.role() == BucketRole.NORMAL || type.role() == BucketRole.BONUS;
    }

    private void one(BucketRole role) {
        int found = topology.bucketsOf(role).size();
        require(found == 1, "buckets", "must have exactly one " + role + " bucket, not " + found);
    }

    private void routes() {
        Set<String> seen = new HashSet<>();
        for (ProductRoute route : topology.routes()) {
            String path = "routes." + route.product();
            code("routes", route.product());
            require(seen.add(route.product()), "routes", "has two routes for " + route.product());
            code(path + ".policyCode", route.policyCode());
            bucket(path + ".normalBucket", route.normalBucket(), BucketRole.NORMAL);
            bucket(path + ".bonusBucket", route.bonusBucket(), BucketRole.BONUS);
        }
        REQUIRED_PRODUCTS.forEach(product -> require(seen.contains(product), "routes", "has no route for " + product));
    }

    private void transfers() {
        Set<TransferPair> seen = new HashSet<>();
        for (TransferPair pair : topology.transfers() == null ? List.<TransferPair>of() : topology.transfers()) {
            String path = "transfers." + pair.from() + "-" + pair.to();
            require(seen.add(pair), path, "is there twice");
            require(!pair.from().equals(pair.to()), path, "must lead to another bucket");
            BucketRole from = topology.bucket(pair.from()).map(BucketType::role).orElse(null);
            require(from != null, path, "leaves from " + pair.from() + ", which is no bucket");
            require(
                    from == null || from == BucketRole.NORMAL || from == BucketRole.POINTS,
                    path,
                    "must leave from a NORMAL or POINTS bucket");
            bucket(path, pair.to(), BucketRole.NORMAL);
        }
    }

    private void bucket(String path, String code, BucketRole role) {
        require(
                topology.bucket(code).filter(type -> type.role() == role).isPresent(),
                path,
                "names " + code + ", which is no " + role + " bucket");
    }

    private void code(String path, String code) {
        require(CODE.matcher(code).matches(), path, "has '" + code + "', which is no code such as SPORTS_NORMAL");
    }

    private void require(boolean holds, String path, String problem) {
        if (!holds) {
            faults.add("'" + path + "' " + problem + ".");
        }
    }
}
