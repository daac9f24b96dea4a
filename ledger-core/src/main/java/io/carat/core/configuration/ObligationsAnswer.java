package io.carat.core.configuration;

import io.carat.core.decision.Answer;

/**
 * What some buckets owe and cover.
 *
 * @param requirements how many are PENDING or ACTIVE
 * @param receivables how many debts are open
 */
public record ObligationsAnswer(long requirements, long receivables) implements Answer {}
