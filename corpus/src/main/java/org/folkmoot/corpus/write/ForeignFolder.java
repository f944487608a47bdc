package org.folkmoot.corpus.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.ThemeCounts;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// The folder of JSON files that ThemeFinder and Consult exchange, in either tool's names.
///
/// `inputs/respondents.jsonl`, `inputs/question_part_N/…` and `outputs/mapping/folkmoot/question_part_N/…`, where N
/// numbers the open questions from 1. A respondent's id is its place among the responses, from 1, because both tools
/// want whole numbers. Positions and richness in evidence are not judged by Folkmoot, so those files are left out, or
/// empty where Consult insists on them.
final class ForeignFolder {
    private final Path folder;
    private final OutputFolder.Format format;
    private final Analysis analysis;

    private ForeignFolder(Path folder, OutputFolder.Format format, Analysis analysis) {
        this.folder = folder;
        this.format = format;
        this.analysis = analysis;
    }

    static void write(Path folder, OutputFolder.Format format, Analysis analysis) throws IOException {
        ForeignFolder written = new ForeignFolder(folder, format, analysis);
        written.respondents();
        for (int i = 0; i < analysis.questions().size(); i++) {
            written.question(i + 1, analysis.questions().get(i));
        }
    }

    private boolean consult() {
        return format == OutputFolder.Format.CONSULT;
    }

    private String name(String ofThemeFinder, String ofConsult) {
        return consult() ? ofConsult : ofThemeFinder;
    }

    private void respondents() throws IOException {
        Consultation consultation = analysis.consultation();
        List<Question> aboutYou = consultation.questions(Question.Kind.ABOUT_YOU);
        try (JsonLines lines = new JsonLines(folder.resolve("inputs/respondents.jsonl"))) {
            for (int i = 0; i < consultation.responses().size(); i++) {
                Map<String, Object> about = new LinkedHashMap<>();
                for (Question question : aboutYou) {
                    String value = consultation.responses().get(i).values().get(consultation.indexOf(question));
                    if (!value.isBlank()) {
                        about.put(question.text(), consult() ? List.of(value) : value);
                    }
                }
                lines.add(record(i, "demographic_data", about));
            }
        }
    }

    private void question(int number, QuestionAnalysis question) throws IOException {
        String part = "question_part_" + number;
        Path inputs = folder.resolve("inputs").resolve(part);
        Path outputs = folder.resolve("outputs/mapping/folkmoot").resolve(part);
        Files.createDirectories(outputs);
        responses(inputs, question);
        questionFile(inputs, number, question);
        List<String> keys = keys(question.themes().size());
        ManifestFile.write(outputs.resolve("themes.json"), themes(question, keys));
        mapping(outputs, question, keys);
        if (consult()) {
            Files.writeString(outputs.resolve("detail_detection.jsonl"), "");
            Path signOff = folder.resolve("outputs/sign_off/folkmoot").resolve(part);
            Files.createDirectories(signOff);
            ManifestFile.write(
                    signOff.resolve("clustered_themes.json"), Map.of("theme_nodes", themeNodes(question, keys)));
        }
    }

    private void responses(Path inputs, QuestionAnalysis question) throws IOException {
        int column = analysis.consultation().indexOf(question.question());
        List<Response> responses = analysis.consultation().responses();
        try (JsonLines lines = new JsonLines(inputs.resolve("responses.jsonl"))) {
            for (int i = 0; i < responses.size(); i++) {
                String text = responses.get(i).values().get(column);
                if (!text.isBlank()) {
                    lines.add(record(i, name("response", "text"), text));
                }
            }
        }
    }

    private void questionFile(Path inputs, int number, QuestionAnalysis question) throws IOException {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("question_number", number);
        file.put("question_text", question.question().text());
        if (consult()) {
            file.put("has_free_text", true);
            file.put("multi_choice_options", options(inputs, question));
        }
        ManifestFile.write(inputs.resolve("question.json"), file);
    }

    /// Writes what was chosen in the closed question that this one explains, if any; returns the options.
    private Set<String> options(Path inputs, QuestionAnalysis question) throws IOException {
        Consultation consultation = analysis.consultation();
        Set<String> options = new TreeSet<>();
        for (Question closed : consultation.questions()) {
            if (closed.id().equals(question.question().pairedWith())) {
                int column = consultation.indexOf(closed);
                try (JsonLines lines = new JsonLines(inputs.resolve("multi_choice.jsonl"))) {
                    for (int i = 0; i < consultation.responses().size(); i++) {
                        String value = consultation.responses().get(i).values().get(column);
                        if (!value.isBlank()) {
                            options.add(value);
                            lines.add(record(i, "options", List.of(value)));
                        }
                    }
                }
            }
        }
        return options;
    }

    private List<Map<String, String>> themes(QuestionAnalysis question, List<String> keys) {
        List<Map<String, String>> themes = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Theme theme = question.themes().get(i);
            Map<String, String> written = new LinkedHashMap<>();
            written.put(name("topic_id", "theme_key"), keys.get(i));
            written.put(name("topic_label", "theme_name"), theme.headline());
            written.put(name("topic_description", "theme_description"), theme.description());
            if (!consult()) {
                written.put("topic", theme.headline() + ": " + theme.description());
            }
            themes.add(written);
        }
        return themes;
    }

    private static List<Map<String, Object>> themeNodes(QuestionAnalysis question, List<String> keys) {
        Map<String, String> keyOf = new HashMap<>();
        Map<String, List<String>> children = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Theme theme = question.themes().get(i);
            keyOf.put(theme.id(), keys.get(i));
            if (theme.parent() != null) {
                children.computeIfAbsent(theme.parent(), _ -> new ArrayList<>()).add(keys.get(i));
            }
        }
        ThemeCounts counts = ThemeCounts.of(question);
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Theme theme = question.themes().get(i);
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("topic_id", keys.get(i));
            node.put("topic_label", theme.headline());
            node.put("topic_description", theme.description());
            node.put("source_topic_count", counts.submissions(i));
            node.put("parent_id", theme.parent() == null ? "0" : keyOf.getOrDefault(theme.parent(), "0"));
            node.put("children", children.getOrDefault(theme.id(), List.of()));
            nodes.add(node);
        }
        return nodes;
    }

    private void mapping(Path outputs, QuestionAnalysis question, List<String> keys) throws IOException {
        Codings codings = question.codings();
        int next = 0;
        try (JsonLines lines = new JsonLines(outputs.resolve("mapping.jsonl"))) {
            for (int i = 0; i < question.status().size(); i++) {
                Set<String> given = new LinkedHashSet<>();
                for (; next < codings.size() && codings.answer(next) == i; next++) {
                    given.add(keys.get(codings.theme(next)));
                }
                if (question.status().get(i) == AnswerStatus.ANALYSED) {
                    lines.add(record(i, name("labels", "theme_keys"), given));
                }
            }
        }
    }

    private Map<String, Object> record(int response, String name, Object value) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put(name("response_id", "themefinder_id"), response + 1);
        record.put(name, value);
        return record;
    }

    /// A to Z, then AA, AB, …
    private static List<String> keys(int themes) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < themes; i++) {
            StringBuilder key = new StringBuilder();
            for (int n = i + 1; n > 0; n = (n - 1) / 26) {
                key.insert(0, (char) ('A' + (n - 1) % 26));
            }
            keys.add(key.toString());
        }
        return keys;
    }
}
