package io.carat.core.provider;

/** The wire contracts that callbacks can come in (docs/reference/provider-callbacks.md). */
public enum CallbackContract {
    /** Carat's own: camel case, minor units, problem documents. */
    GENERIC(SignatureScheme.HMAC_SHA256, true),
    /** Hub88's public wallet API for operators: snake case, scaled amounts, {@code RS_*} statuses. */
    HUB88(SignatureScheme.RSA_SHA256, false);

    private final SignatureScheme signature;
    private final boolean namesBrand;

    CallbackContract(SignatureScheme signature, boolean namesBrand) {
        this.signature = signature;
        this.namesBrand = namesBrand;
    }

    /** The only signature that this contract carries. */
    public SignatureScheme signature() {
        return signature;
    }

    /** Whether each callback says which brand it is for; otherwise the profile says it. */
    public boolean namesBrand() {
        return namesBrand;
    }
}
