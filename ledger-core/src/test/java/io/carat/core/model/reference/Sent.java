package io.carat.core.model.reference;

/** A request as it was sent: two with equal keys and equal steps are duplicates, whoever sends them. */
public record Sent(String key, Caller by, Step step) {}
