package org.folkmoot.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may use which route, as the routes themselves say.
final class AccessMatrix {
    private AccessMatrix() {}

    /// @param queries names of the parameters that one who asks must give
    /// @param right null for a route open to everyone
    record Route(
            String method,
            String path,
            List<String> queries,
            @Nullable Right right) {
        /// As one asks for it: a page needs its parameters, a form brings them.
        String template() {
            return !method.equals("GET") || queries.isEmpty()
                    ? path
                    : path
                            + queries.stream()
                                    .map(name -> name + "={" + name + "}")
                                    .collect(Collectors.joining("&", "?", ""));
        }

        boolean isOfConsultation() {
            return right != null && right.isOfConsultation();
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean isOpen() {
            return right == null;
        }
    }

    /// Every route of the application, by path.
    static List<Route> routes(TestWorkbench workbench) {
        List<Route> routes = new ArrayList<>();
        workbench
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (isOurs(handler)) {
                        Set<String> paths = mapping.getPatternValues();
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> paths.forEach(path ->
                                        routes.add(new Route(method.name(), path, queries(handler), right(handler)))));
                    }
                });
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static List<String> queries(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .filter(parameter -> isRequired(parameter.getParameterAnnotation(RequestParam.class)))
                .filter(parameter ->
                        !Map.class.isAssignableFrom(parameter.getParameterType()) && !parameter.isOptional())
                .map(parameter -> parameter.getParameter().getName())
                .toList();
    }

    private static boolean isRequired(@Nullable RequestParam parameter) {
        return parameter != null
                && parameter.required()
                && parameter.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.folkmoot.");
    }

    private static @Nullable Right right(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(Open.class)) {
            return null;
        }
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException("neither @Needs nor @Open on " + handler);
        }
        return needs.value();
    }

    /// The page for people.
    static String page(List<Route> routes) {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                Every route of the workbench and who may use it. The table is made from what the routes say of themselves;
                a test compares the two, and another asks each route as each person, in their own consultation and in one
                that they do not belong to.

                - **Nobody** has not signed in: pages lead to the sign-in page, `/api` answers 401.
                - **No role** has signed in and belongs to no consultation. Of any consultation but their own,
                  everyone is told that it does not exist (404).
                - **Viewer, analyst, reviewer, lead** are roles in one consultation; where the role is too little the
                  answer is 403.
                - **Administrator** administers people and settings and, without a role in a consultation, sees nothing of it.

                Signing in and out (`POST /sign-in`, `POST /sign-out`, and with an identity provider `GET /oauth2/authorization/oidc`
                and `GET /login/oauth2/code/oidc`) are not routes of the table: they are open to all. A token for `/api` allows
                at most what its person may, and less if it was made so: only to read, only in one consultation, or not to
                administer people.

                Where a question mark follows, a page needs the parameters that stand there.

                | route | needs | nobody | no role | viewer | analyst | reviewer | lead | administrator |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (Route route : routes) {
            page.append("| `%s %s` | %s |".formatted(route.method(), route.template(), needs(route)));
            page.append(cell(route.isOpen()));
            page.append(cell(maySite(route, false)));
            for (Role role : List.of(Role.VIEWER, Role.ANALYST, Role.REVIEWER, Role.LEAD)) {
                page.append(cell(maySite(route, false) || mayInside(route, right -> right.isHeldBy(role))));
            }
            page.append(cell(maySite(route, true))).append('\n');
        }
        return page.toString();
    }

    private static String needs(Route route) {
        return route.right() == null
                ? "–"
                : route.right().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    static boolean maySite(Route route, boolean administrator) {
        return route.right() == null
                || route.right() == Right.SIGNED_IN
                || (route.right() == Right.ADMINISTER && administrator);
    }

    private static boolean mayInside(Route route, Predicate<Right> holds) {
        return route.right() != null && route.right().isOfConsultation() && holds.test(route.right());
    }

    private static String cell(boolean yes) {
        return yes ? " yes |" : " |";
    }
}
