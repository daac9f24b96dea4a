package io.carat.api.policy;

import io.carat.api.http.InvalidRequestException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of a policy's body that may be left out, and those that may not. */
final class Parts {

    private Parts() {}

    static void require(String path, @Nullable Object part) {
        if (part == null) {
            throw new InvalidRequestException(path, "is missing");
        }
    }

    static void requireNone(String path, Collection<?> parts) {
        if (parts.stream().anyMatch(Objects::isNull)) {
            throw new InvalidRequestException(path, "has an entry that is null");
        }
    }

    static void requireEntries(String path, @Nullable Map<?, ?> parts) {
        if (parts != null) {
            parts.forEach((key, value) -> require(path + "." + key, value));
        }
    }

    static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> parts) {
        return parts == null ? Map.of() : parts;
    }

    static <T> T or(@Nullable T part, T unbound) {
        return part == null ? unbound : part;
    }

    static <T> @Nullable T unless(T part, T unbound) {
        return part.equals(unbound) ? null : part;
    }
}
