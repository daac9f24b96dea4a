package io.carat.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.DerivedId;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/**
 * A snapshot is a state as JSON, read by today's class: when the shape of a state changes, its aggregate's class needs
 * another {@link Revision}, or streams whose snapshot was stored before can no longer be loaded.
 */
class SnapshotShapeTest {

    private static final Path SHAPES = Path.of("src/test/resources/snapshot-shapes.txt");

    @Test
    void hasANewRevisionWhereTheShapeOfAStateHasChanged() throws IOException {
        List<String> shapes = LedgerAssembly.AGGREGATES.stream()
                .map(SnapshotShapeTest::line)
                .sorted()
                .toList();
        assertThat(shapes)
                .as(
                        "aggregate, revision, digest of its state's shape: give a state that changed another @Revision,"
                                + " then write the new line to %s",
                        SHAPES)
                .isEqualTo(Files.readAllLines(SHAPES));
    }

    private static String line(Class<? extends LedgerAggregate<?>> type) {
        AggregateRoot root = type.getAnnotation(AggregateRoot.class);
        Revision revision = type.getAnnotation(Revision.class);
        Class<?> state = (Class<?>) ((ParameterizedType) type.getGenericSuperclass()).getActualTypeArguments()[0];
        Map<String, String> shape = new TreeMap<>();
        describe(state, shape);
        return root.type() + " " + (revision == null ? "none" : revision.value()) + " " + DerivedId.fingerprint(shape);
    }

    /** Adds a type of ours and every type of ours within it; names of types count, as sealed ones are told apart by them. */
    private static void describe(Class<?> type, Map<String, String> shape) {
        if (!type.getName().startsWith("io.carat.") || shape.containsKey(type.getSimpleName())) {
            return;
        }
        if (type.isEnum()) {
            shape.put(type.getSimpleName(), "enum");
        } else if (type.isSealed()) {
            shape.put(type.getSimpleName(), "sealed");
            Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> describe(permitted, shape));
        } else if (type.isRecord()) {
            shape.put(type.getSimpleName(), members(type).toString());
            for (RecordComponent component : type.getRecordComponents()) {
                typesIn(component).forEach(found -> describe(found, shape));
            }
        }
    }

    private static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            members.add(component.getName() + ":" + component.getGenericType().getTypeName());
        }
        return members;
    }

    private static List<Class<?>> typesIn(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .<Class<?>>mapMulti((argument, found) -> {
                            if (argument instanceof Class<?> known) {
                                found.accept(known);
                            }
                        })
                        .toList()
                : List.of(component.getType());
    }
}
