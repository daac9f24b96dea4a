package io.carat.core.control;

import io.carat.core.catalogue.BrandLimits;
import io.carat.core.decision.AuditNote;

/** What can be decided about a brand. Each command may be repeated: what already holds changes nothing. */
public sealed interface BrandControlCommand {

    /** The brand. */
    String brandId();

    /** Take no new bets and deposits; results of accepted bets are taken all the same. */
    record SuspendBrand(String brandId, AuditNote note) implements BrandControlCommand {}

    /** Take bets and deposits again. */
    record ResumeBrand(String brandId, AuditNote note) implements BrandControlCommand {}

    /** Set the limits in one currency, in the place of those before. */
    record SetBrandLimits(String brandId, BrandLimits limits, AuditNote note) implements BrandControlCommand {}

    /** Read the brand. */
    record ReadBrand(String brandId) implements BrandControlCommand {}
}
