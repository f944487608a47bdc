package org.folkmoot.benchmarks.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every page that can be asked for: all GET routes of docs/access.md, and of those with filters the ways to filter.
final class Sights {
    private static final Pattern ROUTE = Pattern.compile("\\| `GET ([^`]+)` \\|[^|]*\\|(.*)\\|");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final List<String> COLUMNS =
            List.of("nobody", "no role", "viewer", "analyst", "reviewer", "lead", "administrator");

    /// One of them.
    ///
    /// @param name of its row in the table
    /// @param roles that may ask for it
    /// @param addresses of which one is taken at random
    /// @param isFile whether it is a download of everything rather than a page
    record Sight(String name, List<String> roles, List<String> addresses, boolean isFile) {
        /// One address of it, named by what in it differs.
        Sight at(String path) {
            return new Sight(
                    path.replaceFirst("/consultations/\\d+", "/consultations/…"), roles, List.of(path), isFile);
        }

        boolean isApi() {
            return name.startsWith("/api/");
        }

        String pick(SplittableRandom random) {
            return addresses.get(random.nextInt(addresses.size()));
        }
    }

    private final Found found;

    private Sights(Found found) {
        this.found = found;
    }

    /// @param access docs/access.md
    static List<Sight> of(Path access, Found found) {
        Sights sights = new Sights(found);
        List<Sight> all = new ArrayList<>();
        routes(access)
                .forEach((route, may) -> sights.addresses(route)
                        .forEach((name, addresses) -> all.add(
                                new Sight(name, name.endsWith("value") ? but(may) : may, addresses, isFile(route)))));
        return all;
    }

    /// Viewers may not divide answers by what their respondents chose.
    private static List<String> but(List<String> may) {
        return may.stream().filter(role -> !role.equals("viewer")).toList();
    }

    /// Routes with a variable for which there is nothing to put in, each with its name.
    ///
    /// @param access docs/access.md
    static List<String> unknown(Path access) {
        List<String> unknown = new ArrayList<>();
        for (String route : routes(access).keySet()) {
            VARIABLE.matcher(route)
                    .results()
                    .map(hit -> hit.group(1))
                    .filter(name -> !Found.knows(name))
                    .forEach(name -> unknown.add(name + " in " + route));
        }
        return unknown;
    }

    /// All routes by what one asks for, with the roles that may.
    private static Map<String, List<String>> routes(Path access) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(access)) {
                Matcher matcher = ROUTE.matcher(line);
                if (matcher.matches()) {
                    String[] cells = matcher.group(2).split("\\|", -1);
                    List<String> may = new ArrayList<>();
                    for (int i = 0; i < COLUMNS.size(); i++) {
                        if (cells[i].contains("yes")) {
                            may.add(COLUMNS.get(i));
                        }
                    }
                    roles.put(matcher.group(1), may);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (roles.isEmpty()) {
            throw new IllegalStateException("no routes in " + access);
        }
        return roles;
    }

    /// Made anew from all answers each time: a document, a table for a spreadsheet, all codings as data.
    private static boolean isFile(String route) {
        return route.contains("/export/") || route.contains(".csv") || route.endsWith("/codings");
    }

    private Map<String, List<String>> addresses(String route) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        List<String> plain = filled(route);
        named.put(route, plain);
        queries(route)
                .forEach((what, queries) -> named.put(
                        route + " " + what,
                        plain.stream()
                                .flatMap(path -> queries.stream().map(query -> path + "?" + query))
                                .toList()));
        return named;
    }

    /// A route with every combination that belongs together put in for its variables.
    private List<String> filled(String route) {
        List<String> paths = List.of(route);
        for (Map<String, String> values : found.values(route)) {
            String path = VARIABLE.matcher(route)
                    .replaceAll(hit -> Matcher.quoteReplacement(values.getOrDefault(hit.group(1), hit.group())));
            paths = new ArrayList<>(paths);
            paths.add(path);
        }
        List<String> complete =
                paths.stream().filter(path -> !path.contains("{")).toList();
        if (complete.isEmpty()) {
            throw new IllegalStateException("nothing to put in for the variables of " + route);
        }
        return complete;
    }

    /// By name the queries of a route.
    private Map<String, List<String>> queries(String route) {
        Map<String, List<String>> queries = new LinkedHashMap<>();
        switch (route) {
            case "/consultations/{consultation}/explore" -> {
                queries.put("question", found.each("question=%s", found.questions()));
                queries.put("theme", found.each("%s", found.themesOfQuestions()));
                queries.put("no theme", found.each("theme=none&question=%s", found.questions()));
                queries.put("value", found.each("%s", found.closedValues()));
                queries.put("theme and value", crossed(found.themesOfQuestions(), found.closedValues()));
                queries.put("words", found.words("words"));
                queries.put("words and value", crossed(found.words("words"), found.closedValues()));
                queries.put("meaning", found.words("meaning"));
                queries.put("meaning and theme", crossed(found.words("meaning"), found.themesOfQuestions()));
                queries.put("campaign", List.of("campaign=any", "campaign=none"));
                queries.put("flag", List.of("flag=FLAGGED", "flag=UNDECIDED_DATA", "flag=REDACTED"));
                queries.put("reader", List.of("reader=DECIDED", "reader=UNDECIDED"));
                queries.put("later page", found.laterPages());
            }
            case "/consultations/{consultation}/explore/table" -> queries.put("of two questions", found.crossings());
            case "/consultations/{consultation}/themes/{question}/add" -> queries.put("words", found.words("words"));
            case "/consultations/{consultation}/privacy" -> queries.put("of a kind", found.kindsOfData());
            default -> {}
        }
        queries.values().removeIf(List::isEmpty);
        return queries;
    }

    private static List<String> crossed(List<String> some, List<String> others) {
        return some.stream()
                .flatMap(one -> others.stream().limit(6).map(other -> one + "&" + other))
                .collect(Collectors.toList());
    }
}
