package org.folkmoot.server.identity;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/// The description of the REST interface in OpenAPI 3.1, made from the routes themselves, so that it lacks none.
@RestController
class OpenApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = MediaType.APPLICATION_JSON_VALUE;
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> FIELD = Map.of(
            "type",
            "object",
            "required",
            List.of("pointer", "detail"),
            "properties",
            Map.of("pointer", TEXT, "detail", TEXT));
    private static final Map<String, Object> PROBLEM = Map.of(
            "type",
            "object",
            "required",
            List.of("title", "status", "detail", "code"),
            "properties",
            Map.of(
                    "title", TEXT,
                    "detail", TEXT,
                    "instance", TEXT,
                    "status", Map.of("type", "integer"),
                    "code", TEXT,
                    "errors", Map.of("type", "array", "items", FIELD)));
    private static final Map<String, Object> REFUSED = refused(
            "Refused, and nothing was changed. The code says why: 400 and 422 something was not understood, and `errors` "
                    + "names the fields where it is of some; 403 the right or the token does not reach, 404 there is no "
                    + "such thing or none that the asker may know of, 409 the present state does not allow it, 411 the "
                    + "length is not stated, 413 it is too large.");
    private static final Map<String, Object> UNKNOWN =
            refused("No token, or one that is not known, revoked or past its last day; the detail says what to do.");

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
        document.put(
                "info",
                Map.of(
                        "title",
                        "Folkmoot",
                        "version",
                        "1",
                        "description",
                        "All that the pages of the workbench do, with the same rights. A token comes from one's account; it "
                                + "allows no more than its person may. What is refused is answered with problem details "
                                + "(RFC 9457), whose `code` stays the same."));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        Map<String, Object> components = new TreeMap<>();
        components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
        components.put("responses", Map.of("Refused", REFUSED, "Unknown", UNKNOWN));
        components.put("schemas", schemas.named());
        document.put("components", components);
        return ResponseEntity.ok(JSON.writeValueAsString(document));
    }

    private static Map<String, Object> operation(HandlerMethod method, OpenApiSchemas schemas) {
        Map<String, Object> operation = new TreeMap<>();
        operation.put(
                "operationId",
                method.getBeanType().getSimpleName() + "." + method.getMethod().getName());
        operation.put("tags", List.of(method.getBeanType().getSimpleName().replaceFirst("(Api|Exports)$", "")));
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
            describe(parameter, schemas, parameters, operation);
        }
        operation.put("parameters", parameters);
        operation.put("responses", responses(method, needs != null, schemas));
        return operation;
    }

    private static void describe(
            Parameter parameter,
            OpenApiSchemas schemas,
            List<Map<String, Object>> parameters,
            Map<String, Object> operation) {
        Type type = parameter.getParameterizedType();
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            parameters.add(parameter(parameter, "path", true, schemas.of(type)));
        } else if (parameter.isAnnotationPresent(RequestBody.class)) {
            boolean required = parameter.getAnnotation(RequestBody.class).required();
            operation.put("requestBody", Map.of("required", required, "content", content(JSON_TYPE, schemas.of(type))));
        } else if (parameter.getType() == MultipartFile.class) {
            Map<String, Object> form = Map.of(
                    "type",
                    "object",
                    "required",
                    List.of(parameter.getName()),
                    "properties",
                    Map.of(parameter.getName(), Map.of("type", "string", "format", "binary")));
            operation.put(
                    "requestBody",
                    Map.of("required", true, "content", content(MediaType.MULTIPART_FORM_DATA_VALUE, form)));
        } else if (Map.class.isAssignableFrom(parameter.getType())) {
            Map<String, Object> any = new TreeMap<>(parameter(parameter, "query", false, schemas.of(type)));
            any.put("style", "form");
            any.put("explode", true);
            parameters.add(any);
        } else if (parameter.isAnnotationPresent(RequestParam.class)) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            boolean required = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            parameters.add(parameter(parameter, "query", required, schemas.of(type)));
        }
    }

    private static Map<String, Object> parameter(
            Parameter parameter, String in, boolean required, Map<String, Object> schema) {
        return Map.of("name", parameter.getName(), "in", in, "required", required, "schema", schema);
    }

    private static Map<String, Object> responses(HandlerMethod method, boolean guarded, OpenApiSchemas schemas) {
        Map<String, Object> responses = new TreeMap<>();
        ResponseStatus stated = method.getMethodAnnotation(ResponseStatus.class);
        int status = stated == null ? 200 : stated.code().value();
        Type type = method.getMethod().getGenericReturnType();
        if (type == void.class) {
            responses.put(Integer.toString(status), Map.of("description", "Done."));
        } else {
            responses.put(Integer.toString(status), Map.of("description", "Done.", "content", given(type, schemas)));
        }
        if (guarded) {
            responses.put("401", Map.of("$ref", "#/components/responses/Unknown"));
            for (String refused : List.of("400", "403", "404", "409", "411", "413", "422")) {
                responses.put(refused, Map.of("$ref", "#/components/responses/Refused"));
            }
        }
        return responses;
    }

    /// Text and bytes are files; everything else is JSON.
    private static Map<String, Object> given(Type type, OpenApiSchemas schemas) {
        if (type instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class) {
            Type body = entity.getActualTypeArguments()[0];
            if (body == String.class || body == byte[].class || body == StreamingResponseBody.class) {
                return content("*/*", Map.of("type", "string", "format", "binary"));
            }
        }
        return content(JSON_TYPE, schemas.of(type));
    }

    private static Map<String, Object> refused(String description) {
        return Map.of(
                "description", description, "content", content(MediaType.APPLICATION_PROBLEM_JSON_VALUE, PROBLEM));
    }

    private static Map<String, Object> content(String type, Map<String, Object> schema) {
        return Map.of(type, Map.of("schema", schema));
    }
}
