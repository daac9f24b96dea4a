package io.carat.core.transfer;

import io.carat.core.decision.Scope;

/** Read a transfer by its id. */
public record ReadTransfer(Scope scope, String transferId) {}
