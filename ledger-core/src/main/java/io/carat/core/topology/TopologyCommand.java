package io.carat.core.topology;

import io.carat.core.decision.AuditNote;
import java.util.List;

/** What staff ask of topologies (rule book §1, §9). Versions are made and activated, never edited. */
public sealed interface TopologyCommand {

    /**
     * Make a new version, not active yet. The same content again names the version that has it.
     *
     * @param content the version's content; its number is given by the ledger
     */
    record CreateTopologyVersion(Topology content, AuditNote audit) implements TopologyCommand {}

    /** Say every fault of a content, without making a version of it. */
    record CheckTopology(Topology content) implements TopologyCommand {}

    /** Read every version of a topology. */
    record ReadTopologyVersions(String code) implements TopologyCommand {}

    /**
     * Decide new business under this version. Repeating it changes nothing.
     *
     * @param leftovers what it would leave behind, counted before
     */
    record ActivateTopology(TopologyRef topology, Leftovers leftovers, AuditNote audit) implements TopologyCommand {}

    /** Say what an activation would come to, without making it. */
    record CheckActivation(TopologyRef topology, Leftovers leftovers) implements TopologyCommand {}

    /** Read what buckets owe and cover. At most {@link #MAX_BUCKETS}. */
    record ReadObligations(List<String> bucketIds) implements TopologyCommand {

        /** Buckets that one query may name. */
        public static final int MAX_BUCKETS = 500;

        public ReadObligations {
            bucketIds = List.copyOf(bucketIds);
            if (bucketIds.size() > MAX_BUCKETS) {
                throw new IllegalArgumentException(bucketIds.size() + " buckets are more than " + MAX_BUCKETS);
            }
        }
    }
}
