package io.carat.core.bet;

import io.carat.core.decision.Scope;

/** Read a bet as it stands, with the explanation of its funding. */
public record ReadBet(Scope scope, String authorizationId) {}
