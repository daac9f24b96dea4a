package io.carat.ops.verify;

import io.carat.core.signedhead.PublicKeys;
import io.carat.core.signedhead.SignedHead;
import io.carat.ops.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the heads whose signatures count from the others.
 *
 * @param valid by position
 * @param findings about the others: each forged one, one per unknown key
 */
record HeadJudgement(List<Checkpoint> valid, List<Finding> findings) {

    static HeadJudgement of(Collection<KeptHead> heads, PublicKeys keys) {
        List<Checkpoint> valid = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, List<KeptHead>> unknown = new LinkedHashMap<>();
        for (KeptHead kept : withoutRepetitions(heads)) {
            switch (keys.verdictOn(kept.head())) {
                case VALID -> valid.add(Checkpoint.of(kept));
                case FORGED -> findings.add(forged(kept));
                case UNKNOWN_KEY ->
                    unknown.computeIfAbsent(kept.head().keyId(), key -> new ArrayList<>())
                            .add(kept);
            }
        }
        unknown.forEach((key, kept) -> findings.add(unknown(key, kept)));
        valid.sort(Comparator.comparingLong(Checkpoint::position));
        return new HeadJudgement(valid, findings);
    }

    // The same head is kept in the table and in the file.
    private static Collection<KeptHead> withoutRepetitions(Collection<KeptHead> heads) {
        Map<SignedHead, KeptHead> distinct = new LinkedHashMap<>();
        heads.forEach(kept -> distinct.putIfAbsent(kept.head(), kept));
        return distinct.values();
    }

    private static Finding forged(KeptHead kept) {
        return Finding.between(
                kept.head().position(),
                kept.head().position(),
                Kind.FORGED_HEAD,
                "the head for position " + kept.head().position() + " in " + kept.source()
                        + " was not signed by the key " + kept.head().keyId() + " that it names");
    }

    private static Finding unknown(String key, List<KeptHead> kept) {
        KeptHead first = kept.getFirst();
        return Finding.between(
                        first.head().position(),
                        first.head().position(),
                        Kind.UNKNOWN_KEY,
                        "the key " + key + " is not among the public keys: the heads that it signed count for nothing ("
                                + kept.size() + " in all, the first for position "
                                + first.head().position() + " in " + first.source() + ")")
                .withHint("Give the folder of its public key by --keys.");
    }
}
