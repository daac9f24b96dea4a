package io.carat.core.bonus;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;

/**
 * Take a bonus back: one that runs is forfeited, one that waits never runs.
 *
 * @param scope what the caller may reach
 * @param audit who takes it back, and why
 */
public record CancelBonus(RequestKey request, Scope scope, String bonusId, AuditNote audit) {}
