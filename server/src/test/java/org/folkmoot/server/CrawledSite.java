package org.folkmoot.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.folkmoot.server.AccessMatrix.Route;
import org.folkmoot.server.TestClient.Answer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Every kind of page that somebody can reach by links from the first, and the forms on them.
final class CrawledSite {
    private static final int OF_A_KIND = 2;
    private static final Pattern DOWNLOAD = Pattern.compile(".*/export/.*|.*\\.csv.*|/assets/.*");

    private final TestClient client;
    private final List<Route> routes;
    private final Map<String, Document> pages = new LinkedHashMap<>();

    private CrawledSite(TestClient client, List<Route> routes) {
        this.client = client;
        this.routes = routes;
    }

    /// @param start further paths from which to begin
    static CrawledSite of(TestClient client, List<Route> routes, String... start) {
        CrawledSite site = new CrawledSite(client, routes);
        Map<String, Integer> kinds = new HashMap<>();
        Deque<String> paths = new ArrayDeque<>(List.of("/"));
        paths.addAll(List.of(start));
        Set<String> seen = new HashSet<>(paths);
        while (!paths.isEmpty()) {
            String path = paths.poll();
            String kind = kind(routes, "GET", path).orElse("");
            if (kind.isEmpty() || kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            Answer answer = client.get(path);
            for (int hops = 0; hops < 3 && !answer.location().isEmpty(); hops++) {
                path = answer.location();
                answer = client.get(path);
            }
            if (answer.status() >= 500) {
                throw new AssertionError(answer.status() + " from " + path);
            }
            Document page = parsed(answer.body());
            site.pages.put(path, page);
            for (Element link : elements(page, "a")) {
                String to = link.getAttribute("href").replaceAll("#.*", "");
                if (to.startsWith("?")) {
                    to = path.replaceAll("\\?.*", "") + to;
                }
                if (to.startsWith("/") && !DOWNLOAD.matcher(to).matches() && seen.add(to)) {
                    paths.add(to);
                }
            }
        }
        return site;
    }

    /// The route of a path, as the program itself would choose it.
    static Optional<String> kind(List<Route> routes, String method, String path) {
        String bare = path.replaceAll("\\?.*", "");
        return routes.stream()
                .filter(route -> route.method().equals(method) && !route.isApi())
                .map(Route::path)
                .filter(pattern -> bare.matches(pattern.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparingInt(pattern -> pattern.split("\\{", -1).length));
    }

    /// By path.
    Map<String, Document> pages() {
        return pages;
    }

    static Document parsed(String html) {
        try {
            return new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW).parse(new InputSource(new StringReader(html)));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /// A form on a page.
    ///
    /// @param kind the route it is sent to and what it asks for there
    record Form(String kind, String action, List<Field> fields) {
        private Optional<Field> file() {
            return fields.stream().filter(field -> field.type().equals("file")).findFirst();
        }
    }

    /// @param type of an input, or `textarea`, `select`, `button`
    record Field(String type, String name, String value) {
        boolean isText() {
            return Set.of("text", "search", "email", "textarea").contains(type);
        }
    }

    /// All forms that change something.
    List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        pages.values().forEach(page -> {
            for (Element form : elements(page, "form")) {
                String action = form.getAttribute("action");
                if (form.getAttribute("method").equalsIgnoreCase("post")) {
                    Set<String> actions = new LinkedHashSet<>();
                    elements(page, "button").stream()
                            .filter(button -> belongs(button, form) && button.hasAttribute("formaction"))
                            .forEach(button -> actions.add(button.getAttribute("formaction")));
                    actions.add(action);
                    actions.forEach(
                            to -> kind(routes, "POST", to).ifPresent(kind -> forms.add(form(page, form, kind, to))));
                }
            }
        });
        return forms;
    }

    private static Form form(Document page, Element form, String route, String action) {
        List<Field> fields = new ArrayList<>();
        Map<String, Integer> chosen = new HashMap<>();
        StringBuilder kind = new StringBuilder(route);
        for (String element : List.of("input", "textarea", "select", "button")) {
            for (Element field : elements(page, element)) {
                if (belongs(field, form) && !field.getAttribute("name").isEmpty()) {
                    field(field, chosen).ifPresent(found -> {
                        fields.add(found);
                        if (found.name().equals("edit") || found.name().equals("decision")) {
                            kind.append(' ').append(found.value());
                        }
                    });
                }
            }
        }
        return new Form(kind.toString(), action, fields);
    }

    private static boolean belongs(Element field, Element form) {
        if (!field.getAttribute("form").isEmpty()) {
            return field.getAttribute("form").equals(form.getAttribute("id"));
        }
        for (var above = field.getParentNode(); above != null; above = above.getParentNode()) {
            if (above.isSameNode(form)) {
                return true;
            }
        }
        return false;
    }

    /// What somebody sends who ticks the first two of everything and chooses as proposed.
    private static Optional<Field> field(Element field, Map<String, Integer> chosen) {
        String name = field.getAttribute("name");
        String type = field.getLocalName().equals("input") ? inputType(field) : field.getLocalName();
        return switch (type) {
            case "checkbox", "radio", "button" ->
                chosen.merge(name, 1, Integer::sum) <= (type.equals("checkbox") ? 2 : 1)
                        ? Optional.of(new Field(type, name, field.getAttribute("value")))
                        : Optional.empty();
            case "select" -> Optional.of(new Field(type, name, option(field)));
            default ->
                name.equals("_csrf")
                        ? Optional.empty()
                        : Optional.of(new Field(type, name, field.getAttribute("value")));
        };
    }

    private static String inputType(Element field) {
        String type = field.getAttribute("type");
        return field.getAttribute("inputmode").equals("numeric") ? "number" : type.isEmpty() ? "text" : type;
    }

    private static String option(Element select) {
        NodeList options = select.getElementsByTagNameNS("*", "option");
        String first = "";
        for (int i = 0; i < options.getLength(); i++) {
            Element option = (Element) options.item(i);
            if (option.hasAttribute("selected")) {
                return option.getAttribute("value");
            }
            first = first.isEmpty() ? option.getAttribute("value") : first;
        }
        return first;
    }

    /// Sends a form with the same words in each field that takes words.
    Answer send(Form form, String words) {
        List<String> fields = new ArrayList<>();
        for (Field field : form.fields()) {
            if (!field.type().equals("file")) {
                fields.add(field.name());
                fields.add(
                        switch (field.type()) {
                            case "email" ->
                                "e" + Integer.toHexString(form.action().hashCode()) + "@example.org";
                            case "number" -> "4";
                            case "password" -> TestWorkbench.PASSWORD;
                            default -> field.isText() ? words : field.value();
                        });
            }
        }
        String[] sent = fields.toArray(String[]::new);
        return form.file()
                .map(file -> client.upload(form.action(), file.name(), "again.csv", HostileWords.table("again"), sent))
                .orElseGet(() -> client.post(form.action(), sent));
    }
}
