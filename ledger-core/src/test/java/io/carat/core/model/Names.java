package io.carat.core.model;

import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementInherited;
import io.carat.core.bucket.BucketKey;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.model.reference.Reference;
import io.carat.core.rolling.RequirementTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the model what the ledger calls requirements: the last thing that orders them is their id (rule book §4). */
final class Names {

    private Names() {}

    static void tell(Reference reference, List<LedgerEvent> command) {
        for (LedgerEvent event : command) {
            RequirementTerms terms = opened(event);
            if (terms != null) {
                BucketKey key = BucketKey.parse(event.streamId());
                String parent = event instanceof RequirementInherited child ? child.parentRequirementId() : null;
                List<String> wallet = List.of(key.brandId(), key.playerId(), key.currency());
                reference.name(wallet, key.bucketTypeCode(), parent, terms.requirementId());
            }
        }
    }

    /** The requirement that an event opens; null for none. */
    static @Nullable RequirementTerms opened(LedgerEvent event) {
        return switch (event) {
            case BucketCredited it -> it.requirement();
            case RequirementImposed it -> it.requirement();
            case RequirementInherited it -> it.requirement();
            default -> null;
        };
    }
}
