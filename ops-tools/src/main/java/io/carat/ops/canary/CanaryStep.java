package io.carat.ops.canary;

/**
 * One step of a canary run.
 *
 * @param what the step's name
 * @param ok whether it went as it must
 * @param detail its figure, or what was wrong
 * @param millis how long it took
 */
public record CanaryStep(String what, boolean ok, String detail, long millis) {}
