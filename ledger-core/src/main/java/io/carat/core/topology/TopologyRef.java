package io.carat.core.topology;

/** The topology version a record was decided under. */
public record TopologyRef(String code, int version) {}
