package io.carat.core.bonus;

import io.carat.core.decision.Scope;

/** Read a bonus as it stands; what is outside the scope is answered as if it did not exist. */
public record ReadBonus(Scope scope, String bonusId) {}
