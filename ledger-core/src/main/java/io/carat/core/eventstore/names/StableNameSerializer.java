package io.carat.core.eventstore.names;

import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/**
 * Writes JSON under {@link StableNames} instead of class names. Types of the JDK and of Axon (tracking tokens,
 * metadata, lists) keep their class names; any other type without a stable name is refused, when written and when
 * read.
 */
public final class StableNameSerializer extends Jackson3Serializer {

    private static final String[] FOREIGN_PACKAGES = {"java.", "org.axonframework."};

    private final StableNames names;

    private StableNameSerializer(StableNames names, Builder builder) {
        super(builder);
        this.names = names;
    }

    /**
     * The serializer of events: strict, so that a stored event which does not fit its class fails to load rather than
     * load as something else.
     */
    public static StableNameSerializer forEvents(StableNames names) {
        return new StableNameSerializer(names, builder().jsonMapperBuilderCustomizer(StableNameSerializer::strict));
    }

    /**
     * The serializer of events which hold values of open types: each value names its type by a permanent name.
     *
     * @param valueTypes by permanent name
     */
    public static StableNameSerializer forEvents(StableNames names, Map<String, ? extends Class<?>> valueTypes) {
        return new StableNameSerializer(names, builder().jsonMapperBuilderCustomizer(json -> {
            strict(json);
            valueTypes.forEach((name, type) -> json.registerSubtypes(new NamedType(type, name)));
        }));
    }

    /** The serializer of everything else that is stored: tracking tokens, sagas, deadlines, dead letters. */
    public static StableNameSerializer general(StableNames names) {
        return new StableNameSerializer(
                names, builder().jsonMapperBuilderCustomizer(StableNameSerializer::allowAxonSubtypes));
    }

    private static void strict(JsonMapper.Builder json) {
        allowAxonSubtypes(json);
        // A map copied by Map.copyOf is iterated in another order by every JVM; equal events are stored as equal bytes.
        json.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    private static void allowAxonSubtypes(JsonMapper.Builder json) {
        json.polymorphicTypeValidator(axonSubtypes());
    }

    // Jackson 3 refuses every subtype named inside JSON, and ReplayToken names its inner tokens there.
    private static PolymorphicTypeValidator axonSubtypes() {
        return BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("java.lang.")
                .allowIfSubType("java.util.")
                .allowIfSubType("org.axonframework.")
                .build();
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Axon's
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type == void.class) {
            return SerializedType.emptyType();
        }
        String name = names.nameOf(type).orElse(null);
        if (name != null) {
            return new SimpleSerializedType(name, names.revisionOf(type).orElse(null));
        }
        if (isForeign(type.getName())) {
            return super.typeForClass(type);
        }
        throw new SerializationException(type.getName() + " has no stable name and cannot be stored");
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.isEmptyType(type)) {
            return Void.class;
        }
        Class<?> named = names.classOf(type.getName()).orElse(null);
        if (named != null) {
            return named;
        }
        Class<?> found = isForeign(type.getName()) ? super.classForType(type) : UnknownSerializedType.class;
        // Axon skips events of unknown types silently: in a ledger that is a lost movement.
        if (UnknownSerializedType.class.isAssignableFrom(found)) {
            throw new SerializationException("No class is known for the stored name '" + type.getName() + "'");
        }
        return found;
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return names.classOf(type.getName()).<String>map(Class::getName).orElseGet(type::getName);
    }

    private static boolean isForeign(String className) {
        for (String prefix : FOREIGN_PACKAGES) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
