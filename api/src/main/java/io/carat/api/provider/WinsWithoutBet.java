package io.carat.api.provider;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where a win that names a campaign or a reward, and no bet that there is, becomes the command for wins without a bet. While
 * there is no such command, it is told as any win without a bet.
 */
@Component
class WinsWithoutBet {

    /** The command for this win; empty when it names nothing that pays without a bet. */
    Optional<Object> command(CallbackCall win) {
        return Optional.empty();
    }
}
