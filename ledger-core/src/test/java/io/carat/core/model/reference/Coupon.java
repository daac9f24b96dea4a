package io.carat.core.model.reference;

import io.carat.core.model.reference.Offer.Define;
import org.jspecify.annotations.Nullable;

/** A grant: its face is what remains, is reserved, was consumed, has expired or was revoked, always (§5). */
final class Coupon {

    final GrantRef ref;
    final Define campaign;
    final House house;
    boolean isConfirmed;
    boolean isExpired;
    boolean isRevoked;
    long remaining;
    long reserved;
    long consumed;
    long expired;
    long revoked;

    Coupon(GrantRef ref, Define campaign, House house) {
        this.ref = ref;
        this.campaign = campaign;
        this.house = house;
        this.remaining = campaign.face();
    }

    /** Why a bet may not use it as it stands, in the order of the rule book; null where it may. */
    @Nullable
    String state() {
        if (!isConfirmed && !isExpired && !isRevoked) {
            return "COUPON_NOT_ACTIVE";
        }
        if (isExpired || house.now >= campaign.expiresAt()) {
            return "COUPON_EXPIRED";
        }
        if (isRevoked) {
            return "COUPON_REVOKED";
        }
        if (remaining == 0 && reserved == 0) {
            return "COUPON_CONSUMED";
        }
        return reserved > 0 ? "COUPON_RESERVED" : null;
    }

    void reserve(long amount) {
        remaining -= amount;
        reserved += amount;
    }

    void consume(long amount) {
        reserved -= amount;
        consumed += amount;
    }

    /** Reserved stake of a bet that comes back. */
    void giveBack(long amount) {
        reserved -= amount;
        restore(amount);
    }

    /** Consumed stake of a settled bet that comes back. */
    void unconsume(long amount) {
        consumed -= amount;
        restore(amount);
    }

    /** One that is used only as a whole is used up by a part; what is over stays over. */
    private void restore(long amount) {
        if (!campaign.partial() && amount < campaign.face()) {
            consumed += amount;
        } else if (isRevoked) {
            revoked += amount;
        } else if (isExpired || house.now >= campaign.expiresAt()) {
            isExpired = isExpired || amount > 0;
            expired += amount;
        } else {
            remaining += amount;
        }
    }

    /** A correction takes stake that had come back; what is no longer there the house bears. */
    long retake(long amount) {
        long taken = Math.min(amount, remaining);
        remaining -= taken;
        consumed += taken;
        return taken;
    }

    void expire() {
        if (!isRevoked && house.now >= campaign.expiresAt()) {
            isExpired = true;
            expired += remaining;
            remaining = 0;
        }
    }

    void revoke() {
        isRevoked = true;
        revoked += remaining;
        remaining = 0;
    }

    @Override
    public String toString() {
        if (remaining + reserved + consumed + expired + revoked != campaign.face()) {
            throw new IllegalStateException("The model itself lost a part of a coupon");
        }
        return remaining + "+" + reserved + "+" + consumed + "+" + expired + "+" + revoked;
    }
}
