package io.carat.core.withdrawal;

import io.carat.core.decision.Scope;

/** Read a withdrawal as it stands. */
public record ReadWithdrawal(Scope scope, String withdrawalId) {}
