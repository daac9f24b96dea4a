package io.carat.core.policy;

/** The policy version a record was decided under. */
public record PolicyRef(String code, int version) {}
