package io.carat.core.review;

/** Why people have to look at something. */
public enum ReviewKind {
    /** A bet was voided after what it had counted towards had released money: as much has to be wagered again (rule book §4). */
    CORRECTION_REQUIREMENT
}
