package io.carat.core.eventstore.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The permanent names under which types are stored, such as {@code bucket.credited.v1}. A class may be renamed or
 * moved; its name may not. Immutable and one-to-one.
 */
public final class StableNames {

    private final Map<String, Class<?>> classByName;
    private final Map<Class<?>, Entry> entryByClass;

    private StableNames(Builder builder) {
        this.classByName = Map.copyOf(builder.classByName);
        this.entryByClass = Map.copyOf(builder.entryByClass);
    }

    /** Starts an empty list of names. */
    public static Builder builder() {
        return new Builder();
    }

    /** The name of a class, if it has one. */
    public Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(entryByClass.get(type)).map(Entry::name);
    }

    /** The revision of a class, if it has a name and a revision. */
    public Optional<String> revisionOf(Class<?> type) {
        return Optional.ofNullable(entryByClass.get(type)).map(Entry::revision);
    }

    /** The class a name stands for, if it is known. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classByName.get(name));
    }

    /** Every name. */
    public Set<String> names() {
        return classByName.keySet();
    }

    private record Entry(String name, @Nullable String revision) {}

    /** Collects names; refuses a second use of a name or of a class. */
    public static final class Builder {

        private final Map<String, Class<?>> classByName = new HashMap<>();
        private final Map<Class<?>, Entry> entryByClass = new HashMap<>();

        private Builder() {}

        /**
         * Names a class.
         *
         * @throws IllegalArgumentException if the name or the class is taken, or the name is blank
         */
        public Builder add(String name, Class<?> type) {
            return put(new Entry(name, null), type);
        }

        /**
         * Names a class whose stored form has a revision, for upcasters to tell old forms from new ones.
         *
         * @throws IllegalArgumentException if the name or the class is taken, or the name is blank
         */
        public Builder add(String name, Class<?> type, String revision) {
            return put(new Entry(name, revision), type);
        }

        /**
         * Adds every name of another list.
         *
         * @throws IllegalArgumentException if one of its names or classes is taken
         */
        public Builder addAll(StableNames others) {
            others.entryByClass.forEach((type, entry) -> put(entry, type));
            return this;
        }

        private Builder put(Entry entry, Class<?> type) {
            if (entry.name().isBlank()) {
                throw new IllegalArgumentException("Blank name for " + type.getName());
            }
            Class<?> holder = classByName.putIfAbsent(entry.name(), type);
            if (holder != null) {
                throw new IllegalArgumentException("Name '%s' of %s already stands for %s"
                        .formatted(entry.name(), type.getName(), holder.getName()));
            }
            Entry other = entryByClass.putIfAbsent(type, entry);
            if (other != null) {
                throw new IllegalArgumentException(
                        "%s cannot be '%s', it is already '%s'".formatted(type.getName(), entry.name(), other.name()));
            }
            return this;
        }

        /** The finished list. */
        public StableNames build() {
            return new StableNames(this);
        }
    }
}
