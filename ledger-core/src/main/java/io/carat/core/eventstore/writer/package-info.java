/**
 * Group commit: {@code GroupCommitWriter} takes what waits in the {@code AppendQueue}, {@code BatchStore} stores it by a
 * {@code BatchPlan} on what {@code KnownLog} knows, {@code PlanStatement} sends it, {@code CommitInquiry} finds out what became
 * of a lost commit, {@code Settlement} answers (ADR 0011).
 */
@NullMarked
package io.carat.core.eventstore.writer;

import org.jspecify.annotations.NullMarked;
