package io.carat.core.provider;

/**
 * A refusal as a provider knows it.
 *
 * @param code the provider's own code
 * @param status the HTTP status that goes with it
 */
public record WireCode(String code, Integer status) {}
