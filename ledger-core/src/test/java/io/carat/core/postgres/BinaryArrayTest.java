package io.carat.core.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;

/** PostgreSQL itself says what it was sent. */
class BinaryArrayTest {

    @Test
    void keepsTextsOfAnyLengthAndNulls() throws SQLException {
        BinaryArray texts = BinaryArray.of(PgType.TEXT);
        texts.add("");
        texts.add((String) null);
        texts.add("a \"quoted\", {braced} \\ 💰");
        texts.add("x".repeat(100_000));

        assertThat(textOf("?::text[]", texts))
                .startsWith("{\"\",NULL,\"a \\\"quoted\\\", {braced} \\\\ 💰\",xxx")
                .hasSizeGreaterThan(100_000);
    }

    @Test
    void keepsNumbersAndBytes() throws SQLException {
        BinaryArray numbers = BinaryArray.of(PgType.BIGINT);
        numbers.add(Long.MIN_VALUE);
        numbers.add(0);
        numbers.add(Long.MAX_VALUE);
        BinaryArray bytes = BinaryArray.of(PgType.BYTEA);
        bytes.add(new byte[] {0, -1});

        assertThat(textOf("?::bigint[]", numbers)).isEqualTo("{-9223372036854775808,0,9223372036854775807}");
        assertThat(textOf("?::bytea[]", bytes)).isEqualTo("{\"\\\\x00ff\"}");
    }

    @Test
    void takesEncodedFieldsOneByOne() throws SQLException {
        UUID id = UUID.fromString("019a0000-0000-7000-8000-00000000002a");
        ByteBuffer fields = ByteBuffer.allocate(64);
        fields.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        fields.putInt(-1);
        fields.flip();
        BinaryArray ids = BinaryArray.of(PgType.UUID);
        ids.addField(fields);
        ids.addField(fields);

        assertThat(fields.hasRemaining()).isFalse();
        assertThat(textOf("?::uuid[]", ids)).isEqualTo("{" + id + ",NULL}");
    }

    @Test
    void isAnArrayWithoutElements() throws SQLException {
        assertThat(textOf("?::timestamptz[]", BinaryArray.of(PgType.TIMESTAMPTZ)))
                .isEqualTo("{}");
    }

    private static String textOf(String parameter, BinaryArray array) throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT (" + parameter + ")::text")) {
            statement.setArray(1, array.on(connection.unwrap(BaseConnection.class)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
