package io.carat.core.postgres;

import org.postgresql.core.Oid;

/** The types of PostgreSQL that arrays are sent of. */
public enum PgType {
    TEXT(Oid.TEXT, Oid.TEXT_ARRAY),
    BIGINT(Oid.INT8, Oid.INT8_ARRAY),
    BYTEA(Oid.BYTEA, Oid.BYTEA_ARRAY),
    UUID(Oid.UUID, Oid.UUID_ARRAY),
    TIMESTAMPTZ(Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY);

    private final int oid;
    private final int arrayOid;

    PgType(int oid, int arrayOid) {
        this.oid = oid;
        this.arrayOid = arrayOid;
    }

    /** Its number, the same on every server. */
    int oid() {
        return oid;
    }

    /** The number of an array of it. */
    int arrayOid() {
        return arrayOid;
    }
}
