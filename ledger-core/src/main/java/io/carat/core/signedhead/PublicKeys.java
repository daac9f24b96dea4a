package io.carat.core.signedhead;

import io.carat.core.host.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys whose signatures count, by id. The id is computed from the key: what its file is called does not matter. */
public final class PublicKeys {

    static final String FILE_ENDING = ".pem";

    private final Map<String, PublicKey> keys;

    private PublicKeys(Map<String, PublicKey> keys) {
        this.keys = keys;
    }

    /** What a signature is worth. */
    public enum Verdict {
        /** The key is known and made it. */
        VALID,
        /** The key is known and did not make it. */
        FORGED,
        /** There is no such key. */
        UNKNOWN_KEY
    }

    /**
     * The keys of every {@code .pem} file in these folders; a folder that does not exist has none.
     *
     * @throws KeyRefused when one cannot be read or is no Ed25519 key
     */
    public static PublicKeys in(List<Path> folders) {
        Map<String, PublicKey> keys = new HashMap<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                PublicKey key = read(file);
                keys.put(Ed25519.id(key), key);
            }
        }
        return new PublicKeys(keys);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(FILE_ENDING)).toList();
        } catch (IOException e) {
            throw new KeyRefused("the folder of public keys " + folder + " cannot be read (" + OneLine.of(e) + ")", e);
        }
    }

    private static PublicKey read(Path file) {
        try {
            byte[] content = Pem.content(Files.readString(file), Pem.PUBLIC_KEY)
                    .orElseThrow(() -> new KeyRefused("the file " + file + " holds no PUBLIC KEY"));
            return Ed25519.publicKey(content);
        } catch (IOException | IllegalArgumentException | InvalidKeySpecException e) {
            throw new KeyRefused("the public key " + file + " cannot be read (" + OneLine.of(e) + ")", e);
        }
    }

    /** How many there are. */
    public int count() {
        return keys.size();
    }

    /** What a head's signature is worth. */
    public Verdict verdictOn(SignedHead head) {
        PublicKey key = keys.get(head.keyId());
        if (key == null) {
            return Verdict.UNKNOWN_KEY;
        }
        return Ed25519.verifies(key, head.signedText(), signature(head)) ? Verdict.VALID : Verdict.FORGED;
    }

    private static byte[] signature(SignedHead head) {
        try {
            return Base64.getDecoder().decode(head.signature());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
