package io.carat.core.signedhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.signedhead.PublicKeys.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final Hash HASH = Hash.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.123456789Z");

    @TempDir
    Path folder;

    private SigningKey key() {
        return SigningKey.of(folder.resolve("signing-key.pem"));
    }

    private PublicKeys published(SigningKey... keys) throws IOException {
        for (SigningKey key : keys) {
            key.publishTo(folder.resolve("keys"));
        }
        return PublicKeys.in(List.of(folder.resolve("keys"), folder.resolve("no such folder")));
    }

    @Test
    void makesAKeyThatOnlyItsOwnerReadsAndKeepsIt() throws IOException {
        SigningKey made = key();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(key().id()).isEqualTo(made.id()).matches("[0-9a-f]{32}");
        assertThat(Files.readString(folder.resolve("signing-key.pem")))
                .contains("-----BEGIN PRIVATE KEY-----\n", "-----BEGIN PUBLIC KEY-----\n");
    }

    @Test
    void publishesTheHalfThatEverybodyMayKnowOnly() throws IOException {
        SigningKey key = key();
        assertThat(published(key).count()).isEqualTo(1);

        assertThat(Files.readString(folder.resolve("keys").resolve(key.id() + ".pem")))
                .contains("PUBLIC KEY")
                .doesNotContain("PRIVATE");
    }

    @Test
    void signsAReadableText() {
        SignedHead head = key().sign(42, HASH, TIME);

        assertThat(new String(head.signedText(), StandardCharsets.US_ASCII)).isEqualTo("""
            carat signed head v1
            position 42
            log hash 0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20
            signed at 2026-03-04T05:06:07.123456Z
            key %s
            """.formatted(key().id()));
        assertThat(Base64.getDecoder().decode(head.signature())).hasSize(64);
    }

    @Test
    void toldApartAreValidForgedAndUnknown() throws IOException {
        SigningKey key = key();
        SigningKey other = SigningKey.of(folder.resolve("other.pem"));
        PublicKeys keys = published(key);
        SignedHead head = key.sign(42, HASH, TIME);

        assertThat(keys.verdictOn(head)).isEqualTo(Verdict.VALID);
        assertThat(List.of(
                        new SignedHead(43, HASH, TIME, key.id(), head.signature()),
                        new SignedHead(42, Hash.ZERO, TIME, key.id(), head.signature()),
                        new SignedHead(42, HASH, TIME.plusMillis(1), key.id(), head.signature()),
                        head.withSignature(other.sign(42, HASH, TIME).signature()),
                        head.withSignature("AAAA"),
                        head.withSignature("no Base64")))
                .allSatisfy(forged -> assertThat(keys.verdictOn(forged)).isEqualTo(Verdict.FORGED));
        assertThat(keys.verdictOn(other.sign(42, HASH, TIME))).isEqualTo(Verdict.UNKNOWN_KEY);
    }

    @Test
    void noKeyTakesTheNameOfAnother() throws IOException {
        SigningKey key = key();
        SigningKey thief = SigningKey.of(folder.resolve("thief.pem"));
        published(thief);
        Path keys = folder.resolve("keys");
        Files.move(keys.resolve(thief.id() + ".pem"), keys.resolve(key.id() + ".pem"));
        SignedHead underAnotherName = new SignedHead(
                1, HASH, TIME, key.id(), thief.sign(1, HASH, TIME).signature());

        assertThat(PublicKeys.in(List.of(keys)).verdictOn(underAnotherName)).isEqualTo(Verdict.UNKNOWN_KEY);
    }

    @Test
    void saysWhatIsWrongWithAKey() throws IOException {
        Path file = folder.resolve("signing-key.pem");
        String good = Files.readString(madeIn(file));
        String otherGood = Files.readString(madeIn(folder.resolve("other.pem")));
        int half = good.indexOf("-----BEGIN PUBLIC");
        int otherHalf = otherGood.indexOf("-----BEGIN PUBLIC");

        assertRefused(file, good.substring(0, half), "has no PUBLIC KEY");
        assertRefused(file, good.substring(half), "has no PRIVATE KEY");
        assertRefused(file, good.substring(0, half) + otherGood.substring(otherHalf), "do not belong together");
        assertRefused(file, good.replaceAll("[A-Z]{3}", "!!!"), "has no PRIVATE KEY");
        assertRefused(file, good.replaceFirst("\nM", "\n!"), "is no Ed25519 key in PEM");
        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> SigningKey.of(folder.resolve("no/such/folder.pem")))
                .withMessageContaining("cannot be read or made (NoSuchFileException");
    }

    private static Path madeIn(Path file) {
        SigningKey.of(file);
        return file;
    }

    private static void assertRefused(Path file, String content, String reason) throws IOException {
        Files.writeString(file, content);
        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> SigningKey.of(file))
                .withMessageContainingAll(file.toString(), reason);
    }

    @Test
    void refusesAFolderWithSomethingElseThanKeys() throws IOException {
        Files.writeString(folder.resolve("mistake.pem"), "no key");

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> PublicKeys.in(List.of(folder)))
                .withMessageContainingAll("mistake.pem", "holds no PUBLIC KEY");
    }
}
