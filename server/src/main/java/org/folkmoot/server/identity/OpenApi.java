package org.folkmoot.server.identity;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.server.platform.Open;
import org.folkmoot.server.platform.Summary;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// The description of the REST interface in OpenAPI 3.1, made from the routes themselves, so that it lacks none.
@RestController
class OpenApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RequestMappingHandlerMapping mappings;

    OpenApi(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        mappings = requestMappingHandlerMapping;
    }

    @Open
    @Summary("This description.")
    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> document() {
        OpenApiSchemas schemas = new OpenApiSchemas();
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> paths.computeIfAbsent(path, _ -> new TreeMap<>())
                                        .put(verb.name().toLowerCase(Locale.ROOT), operation(method, schemas)))));
        Map<String, Object> document = new TreeMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Folkmoot", "version", "1"));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.named(),
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        return ResponseEntity.ok(JSON.writeValueAsString(document));
    }

    private static Map<String, Object> operation(HandlerMethod method, OpenApiSchemas schemas) {
        Map<String, Object> operation = new TreeMap<>();
        operation.put(
                "operationId",
                method.getBeanType().getSimpleName() + "." + method.getMethod().getName());
        Summary summary = method.getMethodAnnotation(Summary.class);
        if (summary != null) {
            operation.put("summary", summary.value());
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            operation.put("security", List.of());
        } else {
            operation.put("description", "Needs the right " + needs.value() + ".");
        }
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter parameter : method.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                parameters.add(parameter(parameter, "path", true, schemas));
            } else if (parameter.isAnnotationPresent(RequestParam.class)) {
                RequestParam asked = parameter.getAnnotation(RequestParam.class);
                boolean required = asked.required() && !asked.defaultValue().matches("(?s).*\\S.*");
                parameters.add(parameter(parameter, "query", required, schemas));
            } else if (parameter.isAnnotationPresent(RequestBody.class)) {
                operation.put("requestBody", Map.of("content", content(schemas.of(parameter.getParameterizedType()))));
            }
        }
        operation.put("parameters", parameters);
        operation.put("responses", responses(method, needs != null, schemas));
        return operation;
    }

    private static Map<String, Object> parameter(
            Parameter parameter, String in, boolean required, OpenApiSchemas schemas) {
        return Map.of(
                "name",
                parameter.getName(),
                "in",
                in,
                "required",
                required,
                "schema",
                schemas.of(parameter.getParameterizedType()));
    }

    private static Map<String, Object> responses(HandlerMethod method, boolean guarded, OpenApiSchemas schemas) {
        Map<String, Object> responses = new TreeMap<>();
        responses.put(
                "200",
                Map.of(
                        "description",
                        "Done.",
                        "content",
                        content(schemas.of(method.getMethod().getGenericReturnType()))));
        if (guarded) {
            responses.put("401", Map.of("description", "No token, or one that is revoked or too old."));
            responses.put("403", Map.of("description", "The right is lacking."));
            responses.put("404", Map.of("description", "There is no such thing, or none that the asker may know of."));
        }
        return responses;
    }

    private static Map<String, Object> content(Map<String, Object> schema) {
        return Map.of(MediaType.APPLICATION_JSON_VALUE, Map.of("schema", schema));
    }
}
