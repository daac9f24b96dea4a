package io.carat.api.http;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The published OpenAPI document: what every call shares is said once. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI carat() {
        return new OpenAPI()
                .info(new Info()
                        .title("Carat")
                        .version("v2")
                        .description("An event-sourced wallet ledger. Amounts are integers in minor units, times are"
                                + " RFC 3339 UTC, refusals are problem documents with a code."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description("an API token from credentials.json"))
                        .addSchemas("Problem", problem()))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer moneyCommands() {
        return (operation, method) -> {
            MoneyCommand money = method.getMethodAnnotation(MoneyCommand.class);
            return money == null ? operation : described(operation, money.value());
        };
    }

    private static Operation described(Operation operation, Class<?> answer) {
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

    private static ApiResponse ok(Class<?> answer) {
        Schema<?> schema = ModelConverters.getInstance(true).readAllAsResolvedSchema(answer).schema;
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

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("one sentence for people"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("what programs act on"));
    }
}
