package dev.escala.web;

import java.util.Set;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What {@code /v3/api-docs} says about the API as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String BASIC = "basic";

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().info(new Info().title("Escala").version("1").description("""
				Escalamientos de clientes. Todo lo que se rechaza se explica en español como \
				application/problem+json (RFC 9457), con la lista de los campos que hay que corregir. \
				Las horas son UTC (ISO 8601)."""))
			.components(new Components().addSecuritySchemes(BASIC,
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
			.addSecurityItem(new SecurityRequirement().addList(BASIC));
	}

	/**
	 * Finds the schema of each type, under a name that no other type has. Added first, so
	 * that springdoc asks it last.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	ModelResolver schemas(ObjectMapperProvider mapper, SpringDocConfigProperties properties) {
		ModelResolver schemas = new ModelResolver(mapper.jsonMapper(), new SchemaNames());
		schemas.openapi31(properties.isOpenapi31());
		return schemas;
	}

	@Bean
	OpenApiCustomizer problemResponses(SpringDocConfigProperties properties) {
		return (api) -> {
			ModelConverters.getInstance(properties.isOpenapi31())
				.readAll(Problem.class)
				.forEach(api.getComponents()::addSchemas);
			ApiResponse problem = new ApiResponse().description("La petición no se llevó a cabo")
				.content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
						new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
			api.getPaths()
				.values()
				.forEach((path) -> path.readOperations()
					.forEach((operation) -> operation.getResponses().addApiResponse("default", problem)));
		};
	}

	/**
	 * Names a schema by where its type stands: many a controller has its own
	 * {@code Request}, and of two types with one name the description would show one.
	 */
	static final class SchemaNames extends TypeNameResolver {

		private static final String ROOT = "dev.escala.";

		@Override
		protected String getNameOfClass(Class<?> type) {
			if (!type.getName().startsWith(ROOT)) {
				return type.getSimpleName();
			}
			return type.getName().substring(ROOT.length()).replace('$', '.').replaceAll("(^|\\.)web\\.", "$1");
		}

		@Override
		protected String nameForGenericType(JavaType type, Set<Options> options) {
			StringBuilder name = new StringBuilder(nameForClass(type, options));
			type.getBindings()
				.getTypeParameters()
				.forEach((part) -> name.append('-').append(nameForType(part, options)));
			return name.toString();
		}

	}

}
