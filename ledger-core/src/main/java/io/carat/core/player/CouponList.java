package io.carat.core.player;

import io.carat.core.player.PlayerEvent.CouponListed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The coupon grants of a player that are shown with the wallet.
 *
 * @param listed in the order they were granted
 */
public record CouponList(List<Listed> listed) {

    /** Without any. */
    public static final CouponList NONE = new CouponList(List.of());

    /** From so many on, grants that are over leave the list for new ones; those that can be used always stay. */
    public static final int MAX_WITH_OVER = 50;

    public CouponList {
        listed = List.copyOf(listed);
    }

    /** A grant and the currency of its wallet. */
    public record Listed(String grantId, String currency) {}

    /** The ids of the grants in a currency, in the order they were granted. */
    public List<String> in(String currency) {
        return listed.stream()
                .filter(one -> one.currency.equals(currency))
                .map(Listed::grantId)
                .toList();
    }

    /** The oldest grants that give way to one more. */
    public List<String> unlisted(Predicate<String> isOver) {
        return listed.size() < MAX_WITH_OVER
                ? List.of()
                : listed.stream()
                        .map(Listed::grantId)
                        .filter(isOver)
                        .limit(1L + listed.size() - MAX_WITH_OVER)
                        .toList();
    }

    CouponList with(CouponListed event) {
        if (listed.stream().anyMatch(one -> one.grantId.equals(event.grantId()))) {
            throw new IllegalStateException("Listed twice: " + event.grantId());
        }
        List<Listed> next = new ArrayList<>(listed);
        next.removeIf(one -> event.unlisted().contains(one.grantId));
        next.add(new Listed(event.grantId(), event.currency()));
        return new CouponList(next);
    }
}
