package io.carat.api.http;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;

/** What the published document says of every money command, read off {@link MoneyCommand} and the request records. */
@Configuration(proxyBeanMethods = false)
class OpenApiCommands {

    @SuppressWarnings("rawtypes") // the library's own type
    private final Map<String, Schema> parts = new ConcurrentHashMap<>();

    private final Map<String, List<String>> requiredMembers = new ConcurrentHashMap<>();

    /** Adds the shapes that answers refer to, and which members a request must have. */
    @Bean
    OpenApiCustomizer shapes() {
        return document -> {
            parts.forEach(document.getComponents()::addSchemas);
            requiredMembers.forEach((name, members) -> {
                Schema<?> schema = document.getComponents().getSchemas().get(name);
                if (schema != null) {
                    schema.setRequired(members);
                }
            });
        };
    }

    private void note(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (parameter.hasParameterAnnotation(RequestBody.class) && type.isRecord()) {
            requiredMembers.put(
                    type.getSimpleName(),
                    Arrays.stream(type.getRecordComponents())
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RecordComponent::getName)
                            .toList());
        }
    }

    @Bean
    OperationCustomizer moneyCommands() {
        return (operation, method) -> {
            Arrays.stream(method.getMethodParameters()).forEach(this::note);
            MoneyCommand money = method.getMethodAnnotation(MoneyCommand.class);
            return money == null ? operation : described(operation, money.value());
        };
    }

    private Operation described(Operation operation, Class<?> answer) {
        operation.addParametersItem(new HeaderParameter()
                .name(RequestKeys.HEADER)
                .required(true)
                .description("a new value per command, the same one to repeat it")
                .schema(new StringSchema().maxLength(255)));
        return operation.responses(new ApiResponses()
                .addApiResponse("200", ok(answer))
                .addApiResponse("400", refusal("not well formed (INVALID_REQUEST)"))
                .addApiResponse("401", refusal("no token, or one that is not known (UNAUTHORIZED)"))
                .addApiResponse("403", refusal("the token does not reach this (FORBIDDEN)"))
                .addApiResponse("404", refusal("what is named does not exist (*_NOT_FOUND)"))
                .addApiResponse("409", refusal("conflicts with the state it is in"))
                .addApiResponse("422", refusal("the rules forbid it; the code says which"))
                .addApiResponse("503", refusal("send again later, with the same key")));
    }

    private ApiResponse ok(Class<?> answer) {
        ResolvedSchema resolved = ModelConverters.getInstance(true).readAllAsResolvedSchema(answer);
        parts.putAll(resolved.referencedSchemas);
        Schema<?> schema = resolved.schema;
        schema.addProperty(
                "position",
                new IntegerSchema().format("int64").description("every event of this command is at or before it"));
        ApiResponse response = new ApiResponse()
                .description("Done; Idempotent-Replayed: true says that this is the stored answer of an earlier call.");
        return response.content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static ApiResponse refusal(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
