package io.carat.api.startup;

/** The topologies a new server can be seeded with (rule book §1). */
public enum StartTopology {
    /** Separate sports and casino buckets. */
    RUBY_SPLIT_V1,
    /** One set of buckets for every product. */
    RUBY_UNIFIED_V1
}
