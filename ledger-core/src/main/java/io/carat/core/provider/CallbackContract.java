package io.carat.core.provider;

/** The wire contracts that callbacks can come in (docs/reference/provider-callbacks.md). */
public enum CallbackContract {
    /** Carat's own: camel case, minor units, problem documents. */
    GENERIC(SignatureScheme.HMAC_SHA256, true, true),
    /** Hub88's public wallet API for operators: snake case, scaled amounts, {@code RS_*} statuses. */
    HUB88(SignatureScheme.RSA_SHA256, false, false);

    private final SignatureScheme signature;
    private final boolean namesBrand;
    private final boolean statusRefuses;

    CallbackContract(SignatureScheme signature, boolean namesBrand, boolean statusRefuses) {
        this.signature = signature;
        this.namesBrand = namesBrand;
        this.statusRefuses = statusRefuses;
    }

    /** The only signature that this contract carries. */
    public SignatureScheme signature() {
        return signature;
    }

    /** Whether each callback says which brand it is for; otherwise the profile says it. */
    public boolean namesBrand() {
        return namesBrand;
    }

    /** Whether a refusal is told by the HTTP status, not by the body alone. */
    public boolean statusRefuses() {
        return statusRefuses;
    }
}
