package org.folkmoot.benchmarks.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a consultation holds that addresses name, read off its pages as a person would follow them.
final class Found {
    private static final int MOST_THEMES = 12;
    private static final int VERSIONS = 2;
    private static final int MOST_ENTRIES = 12;

    /// What people look for.
    private static final List<String> WORDS = List.of(
            "doctor",
            "school",
            "waiting time",
            "\"too long\"",
            "staff -rude",
            "nuclear",
            "children",
            "freedom of choice",
            "the cost is too high",
            "kind and caring");

    /// Variables of addresses that differ from question to question.
    private static final Set<String> OF_QUESTION = Set.of("question", "theme", "answer", "version", "entry");

    /// Variables of addresses that stand by themselves, but for the consultation and what nobody has.
    private static final Set<String> SINGLE = Set.of(
            "answer",
            "asset",
            "batch",
            "by",
            "campaign",
            "file",
            "format",
            "reason",
            "response",
            "run",
            "sample",
            "section",
            "words");

    private static final Set<String> OTHERS = Set.of("consultation", "name", "token");

    private final long consultation;
    private final Map<String, String> codes;
    private final Map<String, List<String>> themes = new LinkedHashMap<>();
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final Map<String, List<String>> entries = new LinkedHashMap<>();
    private final Map<String, List<String>> single = new LinkedHashMap<>();
    private List<String> drawn = List.of();
    private final List<String> laterPages = new ArrayList<>();
    private final Map<String, List<String>> closed = new LinkedHashMap<>();

    private Found(long consultation, Map<String, String> codes) {
        this.consultation = consultation;
        this.codes = codes;
    }

    /// @param questions id by code, the open ones
    static Found in(long consultation, Map<String, String> questions, Team team) {
        Found found = new Found(consultation, questions);
        Browser lead = team.lead();
        String here = "/consultations/" + consultation;
        questions.forEach((code, id) -> found.themes.put(code, themes(lead, consultation, code)));
        String explore = lead.get(here + "/explore").text();
        found.closed.putAll(choices(explore));
        questions.forEach((code, id) -> {
            found.walk(lead, code, id);
            found.entries.put(code, entries(lead, consultation, code, id));
        });
        List<String> some =
                found.answers.values().stream().flatMap(List::stream).toList();
        found.single.put("answer", some);
        found.single.put(
                "response",
                some.stream()
                        .limit(30)
                        .map(answer -> lead.get(here + "/answers/" + answer).find("/respondents/(\\d+)"))
                        .toList());
        found.single.put("campaign", all(lead.get(here + "/campaigns"), "/campaigns/(\\d+)"));
        found.single.put("batch", all(lead.get(here + "/files"), "/files/([^\"/?]+)\""));
        found.single.put("section", all(lead.get(here + "/report"), "/report/sections/([^\"]+)\""));
        found.single.put("format", all(lead.get(here + "/report"), "/report/export/([^\"]+)\""));
        found.single.put("file", all(lead.get(here + "/files"), "/files/imported/(\\d+)\""));
        found.single.put("run", all(lead.api("/api/v1" + here + "/runs"), "\"id\":(\\d+)"));
        found.single.put("reason", reasons(lead.get(here)));
        found.single.put(
                "by",
                found.closed.keySet().stream().map(name -> name.substring(1)).toList());
        found.single.put("words", WORDS.stream().map(Browser::encoded).toList());
        List<String> samples = all(lead.get(here + "/quality"), "/quality/(\\d+)\"");
        found.single.put("sample", samples);
        found.drawn = drawn(team, here, samples.getFirst());
        found.single.put("asset", all(lead.get("/"), "/assets/([^\"]+)\""));
        if (!found.single.keySet().equals(SINGLE)) {
            throw new IllegalStateException("found " + found.single.keySet() + " instead of " + SINGLE);
        }
        return found;
    }

    /// Why rows were excluded; a reason that no row has, where none was.
    private static List<String> reasons(Browser.Answer overview) {
        List<String> reasons = all(overview, "/ledger/excluded\\?reason=([^\"&]+)");
        return reasons.isEmpty() ? List.of("none") : reasons;
    }

    /// Whether it looks for values of a variable of an address.
    static boolean knows(String variable) {
        return OF_QUESTION.contains(variable) || SINGLE.contains(variable) || OTHERS.contains(variable);
    }

    /// Edits of a question's themes of which it can be asked what turning them back would take along.
    private static List<String> entries(Browser lead, long consultation, String code, String id) {
        String here = "/consultations/" + consultation;
        return all(lead.api("/api/v1" + here + "/questions/" + id + "/edits"), "\"number\":(\\d+)").stream()
                .limit(MOST_ENTRIES)
                .filter(entry -> lead.get(here + "/themes/" + code + "/turn?entry=" + entry)
                                .status()
                        == 200)
                .toList();
    }

    static List<String> themes(Browser browser, long consultation, String code) {
        return all(browser.get("/consultations/" + consultation + "/themes/" + code), "id=\"theme-([^\"]+)\"");
    }

    /// Each reviewer's first item of a sample.
    private static List<String> drawn(Team team, String here, String sample) {
        return team.in("reviewer").stream()
                .map(member -> member.browser().get(here + "/reading/" + sample).location())
                .map(to -> to.substring(to.lastIndexOf('/') + 1))
                .distinct()
                .toList();
    }

    private static List<String> all(Browser.Answer page, String pattern) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        Pattern.compile(pattern)
                .matcher(Browser.require(page, 200).text())
                .results()
                .forEach(hit -> found.add(hit.group(1)));
        return List.copyOf(found);
    }

    /// By the parameter of a closed question its values.
    private static Map<String, List<String>> choices(String page) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        Pattern.compile("(?s)<select[^>]* name=\"(c\\d+)\">(.*?)</select>")
                .matcher(page)
                .results()
                .forEach(select -> choices.put(
                        select.group(1),
                        Pattern.compile("<option value=\"([^\"]+)\"")
                                .matcher(select.group(2))
                                .results()
                                .map(hit -> hit.group(1))
                                .toList()));
        return choices;
    }

    /// Remembers answers of a question from the first pages of the list of them.
    private void walk(Browser lead, String code, String id) {
        List<String> seen = new ArrayList<>();
        String page = "/consultations/" + consultation + "/explore?question=" + id;
        for (int i = 0; i < 3 && !page.isEmpty(); i++) {
            Browser.Answer answer = lead.get(page);
            seen.addAll(all(answer, "/answers/(\\d+)"));
            page = Pattern.compile("href=\"([^\"]*/explore\\?[^\"]*after=[^\"]*)\"")
                    .matcher(answer.text())
                    .results()
                    .map(hit -> hit.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse("");
            if (!page.isEmpty()) {
                laterPages.add(page.substring(page.indexOf('?') + 1));
            }
        }
        answers.put(code, seen);
    }

    /// Ids of the open questions.
    List<String> questions() {
        return List.copyOf(codes.values());
    }

    List<String> laterPages() {
        return List.copyOf(laterPages);
    }

    List<String> each(String format, List<String> values) {
        return values.stream().map(value -> format.formatted(value)).toList();
    }

    /// As parts of an address.
    List<String> themesOfQuestions() {
        List<String> parts = new ArrayList<>();
        themes.forEach((code, of) -> of.stream()
                .limit(MOST_THEMES)
                .forEach(theme -> parts.add("question=" + codes.get(code) + "&theme=" + Browser.encoded(theme))));
        return parts;
    }

    /// As parts of an address.
    List<String> closedValues() {
        List<String> parts = new ArrayList<>();
        closed.forEach((name, values) -> values.forEach(value -> parts.add(name + "=" + Browser.encoded(value))));
        return parts;
    }

    List<String> crossings() {
        List<String> parts = new ArrayList<>();
        codes.values()
                .forEach(question ->
                        closed.keySet().forEach(by -> parts.add("question=" + question + "&by=" + by.substring(1))));
        return parts;
    }

    /// As parts of an address.
    List<String> words(String parameter) {
        return each(parameter + "=%s", single.getOrDefault("words", List.of()));
    }

    List<String> kindsOfData() {
        return List.of("kind=NAME&state=FLAGGED", "kind=PHONE&state=FLAGGED", "kind=EMAIL&state=FLAGGED");
    }

    /// Values for the variables of a route, those together that belong together.
    List<Map<String, String>> values(String route) {
        String here = Long.toString(consultation);
        if (route.startsWith("/assets/")) {
            return single.getOrDefault("asset", List.of()).stream()
                    .map(path -> path.split("/", 2))
                    .map(parts -> Map.of("version", parts[0], "name", parts[1]))
                    .toList();
        }
        if (route.contains("{token}")) {
            return List.of(Map.of("token", "none"));
        }
        List<String> names = Pattern.compile("\\{(\\w+)}")
                .matcher(route)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .filter(name -> !name.equals("consultation"))
                .toList();
        List<Map<String, String>> start = List.of(Map.of("consultation", here));
        if (names.contains("question")) {
            List<Map<String, String>> values = new ArrayList<>();
            codes.forEach((code, id) -> values.addAll(combined(
                    start, names, name -> OF_QUESTION.contains(name) ? ofQuestion(route, name, code) : single(name))));
            return values;
        }
        return combined(start, names, name -> name.equals("answer") && names.contains("sample") ? drawn : single(name));
    }

    private List<String> single(String name) {
        return single.getOrDefault(name, List.of());
    }

    private List<String> ofQuestion(String route, String name, String code) {
        boolean isFirst = code.equals(codes.keySet().iterator().next());
        return switch (name) {
            case "question" -> List.of(route.contains("/themes/{question}") ? code : String.valueOf(codes.get(code)));
            case "theme" ->
                themes.getOrDefault(code, List.of()).stream().limit(MOST_THEMES).toList();
            case "answer" -> answers.getOrDefault(code, List.of());
            case "entry" -> entries.getOrDefault(code, List.of());
            case "version" -> isFirst ? List.of("1", Integer.toString(VERSIONS)) : List.of();
            default -> throw new IllegalArgumentException("no variable of a question: " + name);
        };
    }

    private static List<Map<String, String>> combined(
            List<Map<String, String>> start, List<String> names, Function<String, List<String>> of) {
        List<Map<String, String>> values = start;
        for (String name : names) {
            values = times(values, name, of.apply(name));
        }
        return values;
    }

    private static List<Map<String, String>> times(List<Map<String, String>> all, String name, List<String> values) {
        return all.stream()
                .flatMap(one -> values.stream().map(value -> with(one, name, value)))
                .toList();
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }
}
