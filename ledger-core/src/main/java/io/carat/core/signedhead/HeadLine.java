package io.carat.core.signedhead;

import io.carat.core.eventstore.chain.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed head as one line of JSON. */
final class HeadLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HeadLine() {}

    /** The members, in the order of the line. */
    record Members(long position, String logHash, String signedAt, String keyId, String signature) {}

    static String write(SignedHead head) {
        return JSON.writeValueAsString(new Members(
                head.position(),
                head.logHash().toString(),
                head.signedAt().toString(),
                head.keyId(),
                head.signature()));
    }

    /** The head of a line, empty when it is none. */
    static Optional<SignedHead> read(String line) {
        try {
            JsonNode members = JSON.readTree(line);
            return Optional.of(new SignedHead(
                    members.required("position").longValue(),
                    Hash.of(HexFormat.of().parseHex(members.required("logHash").stringValue())),
                    Instant.parse(members.required("signedAt").stringValue()),
                    members.required("keyId").stringValue(),
                    members.required("signature").stringValue()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
