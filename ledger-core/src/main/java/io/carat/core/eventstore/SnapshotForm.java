package io.carat.core.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.carat.core.eventstore.names.StableNameSerializer;
import org.axonframework.serialization.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** States as JSON text. Their shape may change with the revision of their aggregate's class; nothing depends on it. */
final class SnapshotForm {

    private final JsonMapper json;

    SnapshotForm(StableNameSerializer serializer) {
        this.json = ((JsonMapper) serializer.getObjectMapper())
                .rebuild()
                .changeDefaultVisibility(seen -> seen.withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
                .build();
    }

    String write(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JacksonException e) {
            throw new SerializationException("A snapshot could not be written", e);
        }
    }

    /**
     * The state of a snapshot.
     *
     * @throws SerializationException if it does not fit the class, which then lacks a new revision
     */
    Object read(String payload, AggregateType<?> type) {
        try {
            return json.readValue(payload, type.stateType());
        } catch (JacksonException e) {
            throw new SerializationException(
                    "The snapshot does not fit the state of %s at revision %s"
                            .formatted(type.name(), type.stateRevision()),
                    e);
        }
    }
}
