package io.carat.core.configuration;

/** Read the active topology and its active policies. */
public record ReadActiveTopology() {}
