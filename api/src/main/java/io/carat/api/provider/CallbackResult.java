package io.carat.api.provider;

import io.carat.core.wallet.PlayableAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a callback came to.
 *
 * @param authorizationId the bet; null for a balance
 * @param status where the bet stands; null for a balance
 * @param balance what the player may bet with afterwards
 * @param position every event of the callback is at or before it; 0 where there is none
 * @param replayed whether this is what an earlier call came to
 */
record CallbackResult(
        CallbackCall call,
        @Nullable String authorizationId,
        @Nullable String status,
        PlayableAnswer balance,
        long position,
        boolean replayed) {}
