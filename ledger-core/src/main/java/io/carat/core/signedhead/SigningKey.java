package io.carat.core.signedhead;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.host.OneLine;
import io.carat.core.host.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import java.util.Base64;

/** The key of one node, in a file outside the database: both halves, as PEM, readable by its owner only. */
public final class SigningKey {

    private final PrivateKey secret;
    private final PublicKey known;
    private final String id;

    private SigningKey(PrivateKey secret, PublicKey known) {
        this.secret = secret;
        this.known = known;
        this.id = Ed25519.id(known);
    }

    /**
     * The key of this file; makes both where the file does not exist.
     *
     * @throws KeyRefused when the file cannot be read or made, or holds no pair of keys
     */
    public static SigningKey of(Path file) {
        try {
            if (Files.notExists(file)) {
                return made(file);
            }
            return read(file, Files.readString(file));
        } catch (IOException e) {
            throw new KeyRefused("the signing key " + file + " cannot be read or made (" + OneLine.of(e) + ")", e);
        }
    }

    private static SigningKey made(Path file) throws IOException {
        KeyPair pair = Ed25519.newKeyPair();
        String pem = Pem.block(Pem.PRIVATE_KEY, pair.getPrivate().getEncoded())
                + Pem.block(Pem.PUBLIC_KEY, pair.getPublic().getEncoded());
        PrivateFile.write(file, pem);
        return new SigningKey(pair.getPrivate(), pair.getPublic());
    }

    private static SigningKey read(Path file, String pem) {
        try {
            byte[] secret = Pem.content(pem, Pem.PRIVATE_KEY).orElseThrow(() -> incomplete(file, Pem.PRIVATE_KEY));
            byte[] known = Pem.content(pem, Pem.PUBLIC_KEY).orElseThrow(() -> incomplete(file, Pem.PUBLIC_KEY));
            SigningKey key = new SigningKey(Ed25519.privateKey(secret), Ed25519.publicKey(known));
            key.requirePair(file);
            return key;
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            throw new KeyRefused("the signing key " + file + " is no Ed25519 key in PEM; restore that file", e);
        }
    }

    private static KeyRefused incomplete(Path file, String block) {
        return new KeyRefused("the signing key " + file + " has no " + block
                + "; it needs both halves: openssl pkey -in KEY -out FILE, then openssl pkey -in KEY -pubout >> FILE");
    }

    private void requirePair(Path file) {
        byte[] probe = id.getBytes(StandardCharsets.US_ASCII);
        if (!Ed25519.verifies(known, probe, Ed25519.sign(secret, probe))) {
            throw new KeyRefused("the two halves of the signing key " + file + " do not belong together");
        }
    }

    /** What the key is called, see {@link PublicKeys}. */
    public String id() {
        return id;
    }

    /** Signs that the log has a hash at a position. */
    public SignedHead sign(long position, Hash logHash, Instant signedAt) {
        SignedHead head = new SignedHead(position, logHash, signedAt, id, "");
        return head.withSignature(Base64.getEncoder().encodeToString(Ed25519.sign(secret, head.signedText())));
    }

    /**
     * Puts the half that everybody may know into a folder of such keys, under its id.
     *
     * @throws IOException when the folder cannot be written
     */
    public void publishTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(id + PublicKeys.FILE_ENDING);
        if (Files.notExists(file)) {
            Files.writeString(file, Pem.block(Pem.PUBLIC_KEY, known.getEncoded()));
        }
    }
}
