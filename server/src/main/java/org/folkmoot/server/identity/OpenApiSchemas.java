package org.folkmoot.server.identity;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// JSON Schemas of what the REST interface takes and gives: records, lists, texts, numbers and moments.
final class OpenApiSchemas {
    private static final Set<Class<?>> WHOLE = Set.of(long.class, Long.class, int.class, Integer.class);
    private static final Set<Class<?>> REAL = Set.of(double.class, Double.class, float.class, Float.class);

    private final Map<String, Object> named = new TreeMap<>();

    /// The records met so far, by name.
    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            if (raw == ResponseEntity.class) {
                return of(generic.getActualTypeArguments()[0]);
            }
            if (Map.class.isAssignableFrom(raw)) {
                return Map.of("type", "object", "additionalProperties", of(generic.getActualTypeArguments()[1]));
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return Map.of("type", "array", "items", of(generic.getActualTypeArguments()[0]));
            }
            return Map.of("type", "object");
        }
        return type instanceof Class<?> plain ? ofClass(plain) : Map.of();
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (WHOLE.contains(type)) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (REAL.contains(type)) {
            return Map.of("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
        }
        if (type.isRecord()) {
            return record(type);
        }
        return type == String.class ? Map.of("type", "string") : Map.of();
    }

    private Map<String, Object> record(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String name = (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
        if (!named.containsKey(name)) {
            Map<String, Object> properties = new TreeMap<>();
            List<String> required = new ArrayList<>();
            named.put(name, Map.of("type", "object", "properties", properties, "required", required));
            for (RecordComponent component : type.getRecordComponents()) {
                Map<String, Object> schema = of(component.getGenericType());
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    properties.put(component.getName(), Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
                } else {
                    properties.put(component.getName(), schema);
                    required.add(component.getName());
                }
            }
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
