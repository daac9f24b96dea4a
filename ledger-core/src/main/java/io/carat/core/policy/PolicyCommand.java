package io.carat.core.policy;

import io.carat.core.decision.AuditNote;

/** What staff ask of a policy (rule book §2, §9). Versions are made and activated, never edited. */
public sealed interface PolicyCommand {

    /** The policy's code. */
    String code();

    /**
     * Make a new version, not active yet. The same rules again name the version that has them.
     *
     * @param rules the version's content; its number is given by the ledger
     */
    record CreatePolicyVersion(Policy rules, AuditNote audit) implements PolicyCommand {
        @Override
        public String code() {
            return rules.code();
        }
    }

    /** Decide new business under this version; what was decided before keeps its own. Repeating it changes nothing. */
    record ActivatePolicyVersion(PolicyRef policy, AuditNote audit) implements PolicyCommand {
        @Override
        public String code() {
            return policy.code();
        }
    }

    /** Say whether rules can be used, without making a version of them. */
    record CheckPolicy(Policy rules) implements PolicyCommand {
        @Override
        public String code() {
            return rules.code();
        }
    }

    /** Read every version of a policy. */
    record ReadPolicyVersions(String code) implements PolicyCommand {}
}
