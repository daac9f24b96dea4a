package io.carat.projection.rolling;

import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementInherited;
import io.carat.core.bucket.BucketEvent.RequirementMoved;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.RequirementResumed;
import io.carat.core.bucket.BucketEvent.RequirementSuspended;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.rolling.RequirementTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event does to one requirement.
 *
 * @param event the event, to be named where it does not follow
 * @param position its global position
 * @param at when it was decided
 * @param requirementId the requirement
 * @param opened its terms where the event brings it; null for one that is there
 * @param entry the row that explains the change; null for none
 * @param status where it stands from then on; null where that stays
 * @param endedBy why it is over; null unless the event ended it
 * @param recalculated its new base and requirement; null where they stay
 */
record RollingChange(
        BucketEvent event,
        long position,
        Instant at,
        String requirementId,
        @Nullable RequirementTerms opened,
        @Nullable Entry entry,
        @Nullable RequirementStatus status,
        @Nullable String endedBy,
        @Nullable RequirementRecalculated recalculated) {

    /** A row of a requirement: what it gains, or loses where below 0, in minor units. */
    record Entry(
            String kind,
            @Nullable String referenceId,
            long stakeMinor,
            @Nullable Integer rateBps,
            long progressMinor,
            long movedMinor,
            @Nullable Long requiredMinor) {

        static Entry of(String kind, @Nullable String referenceId, @Nullable Long requiredMinor) {
            return new Entry(kind, referenceId, 0, null, 0, 0, requiredMinor);
        }
    }

    static RollingChange opened(BucketEvent event, long position, Instant at, RequirementTerms terms) {
        String reference = event instanceof RequirementInherited inherited ? inherited.transferId() : terms.sourceId();
        return new RollingChange(
                event,
                position,
                at,
                terms.requirementId(),
                terms,
                Entry.of(
                        event instanceof RequirementInherited ? "INHERITED" : "CREATED",
                        reference,
                        terms.requiredMinor()),
                null,
                null,
                null);
    }

    static RollingChange attributed(StakeAttributed event, long position, Instant at) {
        var part = event.attribution();
        return entry(
                event,
                position,
                at,
                part.requirementId(),
                new Entry(
                        "ATTRIBUTED",
                        event.authorizationId(),
                        part.stakeMinor(),
                        part.rateBps(),
                        part.progressMinor(),
                        0,
                        null));
    }

    static RollingChange reversed(AttributionReversed event, long position, Instant at) {
        return entry(
                event,
                position,
                at,
                event.requirementId(),
                new Entry("REVERSED", event.authorizationId(), 0, null, -event.progressMinor(), 0, null));
    }

    static RollingChange moved(RequirementMoved event, long position, Instant at) {
        return entry(
                event,
                position,
                at,
                event.requirementId(),
                new Entry("MOVED", event.transferId(), 0, null, 0, event.movedMinor(), null));
    }

    static RollingChange suspended(RequirementSuspended event, long position, Instant at) {
        return entry(event, position, at, event.requirementId(), Entry.of("SUSPENDED", event.bonusId(), null));
    }

    static RollingChange resumed(RequirementResumed event, long position, Instant at) {
        return entry(
                event,
                position,
                at,
                event.requirementId(),
                new Entry("RESUMED", null, 0, null, event.progressMinor(), 0, null));
    }

    static RollingChange recalculated(RequirementRecalculated event, long position, Instant at) {
        return new RollingChange(
                event,
                position,
                at,
                event.requirementId(),
                null,
                Entry.of("RECALCULATED", null, event.requiredMinor()),
                null,
                null,
                event);
    }

    static RollingChange completed(RequirementCompleted event, long position, Instant at) {
        return new RollingChange(
                event,
                position,
                at,
                event.requirementId(),
                null,
                Entry.of("COMPLETED", event.reason().name(), null),
                RequirementStatus.COMPLETED,
                event.reason().name(),
                null);
    }

    /** A requirement that stands otherwise from then on; an entry of this kind, or none. */
    static RollingChange standing(
            BucketEvent event,
            long position,
            Instant at,
            String requirementId,
            RequirementStatus status,
            @Nullable String kind) {
        return new RollingChange(
                event,
                position,
                at,
                requirementId,
                null,
                kind == null ? null : Entry.of(kind, null, null),
                status,
                null,
                null);
    }

    private static RollingChange entry(
            BucketEvent event, long position, Instant at, String requirementId, Entry entry) {
        return new RollingChange(event, position, at, requirementId, null, entry, null, null, null);
    }

    /** Whether its row is what was counted in all, not what that adds. */
    boolean isResumed() {
        return event instanceof RequirementResumed;
    }

    boolean changesTheRow() {
        return status != null || recalculated != null;
    }

    /** The row that explains the change. */
    Entry row() {
        if (entry == null) {
            throw new IllegalStateException(event + " has no row");
        }
        return entry;
    }

    /** The terms of the requirement that the event brings. */
    RequirementTerms terms() {
        if (opened == null) {
            throw new IllegalStateException(event + " brings no requirement");
        }
        return opened;
    }
}
