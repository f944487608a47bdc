package org.folkmoot.corpus.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.FormulaGuard;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Response.Consent;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;

/// Makes responses and exclusions of a table's rows, so that every row is in exactly one of them.
final class Assembly {
    private static final int MOST_QUESTIONS = 500;

    private final Table table;
    private final List<Roles.Column> roles;
    private final Faults faults;
    private final Progress progress;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Exclusion> excluded = new ArrayList<>();
    private final boolean secrecy;
    private int rows;
    private int folded;

    /// A response in the making.
    private static final class Draft {
        private final String id;
        private final Source source;
        private Consent consent = Consent.UNKNOWN;
        private String[] values;

        Draft(String id, Source source, String[] values) {
            this.id = id;
            this.source = source;
            this.values = values;
        }
    }

    /// @param roles one for each column of the table, in its order
    /// @param aside what was received and set aside before rows were made of it
    Assembly(Table table, List<Roles.Column> roles, List<Exclusion> aside, Faults faults, Progress progress) {
        this.table = table;
        this.roles = roles;
        this.faults = faults;
        this.progress = progress;
        excluded.addAll(aside);
        rows = aside.size();
        int consent = first(Role.CONSENT);
        Layout.Head head = consent < 0 ? null : table.heads().get(consent);
        secrecy = head != null
                && (HeaderWords.SECRECY.matcher(head.name()).find()
                        || HeaderWords.SECRECY.matcher(head.text()).find());
    }

    private int first(Role role) {
        for (int c = 0; c < roles.size(); c++) {
            if (roles.get(c).role() == role) {
                return c;
            }
        }
        return -1;
    }

    /// @param title of the consultation
    /// @return the consultation; its warnings are all that were collected so far
    Consultation build(String title) {
        List<Question> questions = first(Role.QUESTION) >= 0 ? longForm() : wide();
        if (drafts.size() + folded + excluded.size() != rows) {
            throw new IllegalStateException("%d rows received, but %d responses, %d folded into them and %d excluded"
                    .formatted(rows, drafts.size(), folded, excluded.size()));
        }
        var responses = new ArrayList<Response>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            responses.add(new Response(d.id, d.source, d.consent, List.of(d.values)));
            d.values = NONE;
        }
        return new Consultation(title, questions, responses, excluded, faults.all(), respondentType(questions));
    }

    private static final String[] NONE = {};

    private @Nullable String respondentType(List<Question> questions) {
        int column = first(Role.RESPONDENT_TYPE);
        if (column < 0) {
            return null;
        }
        int[] columns = questionColumns();
        for (int q = 0; q < columns.length; q++) {
            if (columns[q] == column) {
                return questions.get(q).id();
            }
        }
        return null;
    }

    private int[] questionColumns() {
        return java.util.stream.IntStream.range(0, roles.size())
                .filter(c -> kind(roles.get(c).role()) != null)
                .toArray();
    }

    private static Question.@Nullable Kind kind(Role role) {
        return switch (role) {
            case OPEN -> Question.Kind.OPEN;
            case CLOSED -> Question.Kind.CLOSED;
            case ABOUT_YOU, RESPONDENT_TYPE -> Question.Kind.ABOUT_YOU;
            case RESPONDENT, CONSENT, IDENTIFIER, QUESTION, ANSWER, IGNORE -> null;
        };
    }

    private List<Questions.Draft> columnDrafts(int[] columns) {
        var questions = new ArrayList<Questions.Draft>();
        for (int c : columns) {
            Question.Kind kind = kind(roles.get(c).role());
            if (kind != null) {
                questions.add(new Questions.Draft(table.heads().get(c), kind, roles.get(c)));
            }
        }
        return questions;
    }

    private List<Question> wide() {
        int[] columns = questionColumns();
        table.forEach((part, i, source) -> {
            if (receive(part, i, source)) {
                return;
            }
            String[] values = new String[columns.length];
            for (int q = 0; q < columns.length; q++) {
                values[q] = text(part, i, columns[q]);
            }
            Draft draft = new Draft(uniqueId(part, i, source), source, values);
            draft.consent = consent(part, i, source);
            drafts.add(draft);
            part.grid().release(i);
        });
        return Questions.of(columnDrafts(columns));
    }

    /// Counts the row; excludes it and says so if it holds no response.
    private boolean receive(Table.Part part, int i, Source source) {
        if (++rows % 50_000 == 0) {
            progress.at("making responses", rows, table.rows());
        }
        if (part.grid().isBlank(i)) {
            excluded.add(new Exclusion(source, "", "empty row"));
            return true;
        }
        if (part.layout().style() == Layout.Style.QUALTRICS) {
            for (int c = 0; c < table.heads().size(); c++) {
                if (table.heads().get(c).name().equals("Status")) {
                    String reason =
                            notSent(part.grid().cell(i, part.columns()[c]).strip());
                    if (!reason.isEmpty()) {
                        excluded.add(new Exclusion(source, id(part, i), reason));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Why a response with this Qualtrics status was not sent by the public, or empty.
    private static String notSent(String status) {
        return switch (status) {
            case "Survey Preview", "1" -> "preview response";
            case "Survey Test", "2" -> "test response";
            case "Spam", "8", "Survey Preview Spam", "9" -> "marked as spam by Qualtrics";
            default -> "";
        };
    }

    private String text(Table.Part part, int i, int column) {
        return FormulaGuard.restore(part.grid().cell(i, part.columns()[column]));
    }

    private String id(Table.Part part, int i) {
        int column = first(Role.RESPONDENT);
        return column < 0 ? "" : text(part, i, column).strip();
    }

    private String uniqueId(Table.Part part, int i, Source source) {
        String id = id(part, i);
        if (id.isEmpty()) {
            if (first(Role.RESPONDENT) >= 0) {
                faults.warning(
                        "missing-id",
                        source,
                        table.heads().get(first(Role.RESPONDENT)).name(),
                        "the respondent id is empty; the row number was taken instead",
                        "fill the id in if the response must be found again by it");
            }
            id = table.parts().size() == 1 ? Integer.toString(source.row()) : prefix(source) + "-" + source.row();
            return claim(id, source);
        }
        if (!ids.containsKey(id)) {
            return claim(id, source);
        }
        String unique = claim(
                id + " (" + (table.parts().size() == 1 ? "" : prefix(source) + " ") + "row " + source.row() + ")",
                source);
        faults.warning(
                "duplicate-id",
                source,
                table.heads().get(first(Role.RESPONDENT)).name(),
                "the respondent id \"%s\" was already used in row %d; this response is kept as \"%s\""
                        .formatted(brief(id), ids.getOrDefault(id, 0), brief(unique)),
                "remove the row if it is the same response sent twice");
        return unique;
    }

    private String claim(String id, Source source) {
        String free = id;
        for (int n = 2; ids.putIfAbsent(free, source.row()) != null; n++) {
            free = id + " #" + n;
        }
        return free;
    }

    private static String prefix(Source source) {
        int dot = source.file().lastIndexOf('.');
        String stem = dot > 0 ? source.file().substring(0, dot) : source.file();
        return source.sheet().isEmpty() ? stem : stem + "-" + source.sheet();
    }

    static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private Consent consent(Table.Part part, int i, Source source) {
        int column = first(Role.CONSENT);
        String value = column < 0 ? "" : text(part, i, column);
        if (value.isBlank()) {
            return Consent.UNKNOWN;
        }
        Optional<Consent> stated = PublishConsent.of(value, secrecy);
        if (stated.isEmpty()) {
            faults.warning(
                    "unclear-consent",
                    source,
                    table.heads().get(column).name(),
                    "\"%s\" says neither yes nor no to publishing; it was taken as no".formatted(brief(value)),
                    "write yes or no, or give the column another role");
        }
        return stated.orElse(Consent.NO);
    }

    private List<Question> longForm() {
        int question = first(Role.QUESTION);
        int answer = first(Role.ANSWER);
        boolean grouped = first(Role.RESPONDENT) >= 0;
        int[] columns = questionColumns();
        Map<String, Integer> asked = new LinkedHashMap<>();
        Map<String, Draft> open = new HashMap<>();
        table.forEach((part, i, source) -> {
            if (receive(part, i, source)) {
                return;
            }
            String text = text(part, i, answer);
            String put = Layout.oneLine(text(part, i, question));
            if (put.isEmpty() && text.isBlank()) {
                excluded.add(new Exclusion(source, id(part, i), "neither question nor answer"));
                return;
            }
            int q = asked.computeIfAbsent(put, _ -> asked.size());
            String id = id(part, i);
            Draft draft = grouped && !id.isEmpty() ? open.get(id) : null;
            if (draft != null && fits(draft, columns.length + q, text)) {
                folded++;
            } else {
                boolean again = draft != null;
                draft = new Draft(
                        again ? repeated(id, put, source) : uniqueId(part, i, source), source, values(columns.length));
                drafts.add(draft);
                if (!id.isEmpty()) {
                    open.put(id, draft);
                }
            }
            draft.values = place(draft.values, columns.length + q, text);
            describe(draft, part, i, source, columns);
            part.grid().release(i);
        });
        return questionsOf(columns, asked);
    }

    private List<Question> questionsOf(int[] columns, Map<String, Integer> asked) {
        if (asked.size() > MOST_QUESTIONS) {
            faults.error(
                    "too-many-questions",
                    table.parts().getFirst().grid().source(),
                    table.heads().get(first(Role.QUESTION)).name(),
                    "%,d different questions; at most %d are expected".formatted(asked.size(), MOST_QUESTIONS),
                    "check that this column holds questions and not answers; state the role of each column");
        }
        var questions = columnDrafts(columns);
        for (String put : asked.keySet()) {
            String text = put.isEmpty() ? "(no question given)" : put;
            questions.add(new Questions.Draft(
                    new Layout.Head(-1, text, text), Question.Kind.OPEN, new Roles.Column(text, Role.OPEN)));
        }
        for (Draft d : drafts) {
            d.values = place(d.values, questions.size() - 1, null);
        }
        return Questions.of(questions);
    }

    private static String[] values(int length) {
        String[] values = new String[length];
        Arrays.fill(values, "");
        return values;
    }

    private static boolean fits(Draft draft, int at, String text) {
        return at >= draft.values.length || draft.values[at].isEmpty() || text.isEmpty();
    }

    /// Puts the text in its place, making room; a null or empty text only makes room.
    private static String[] place(String[] values, int at, @Nullable String text) {
        String[] roomy = values;
        if (at >= values.length) {
            roomy = Arrays.copyOf(values, at + 1);
            Arrays.fill(roomy, values.length, at + 1, "");
        }
        if (text != null && !text.isEmpty()) {
            roomy[at] = text;
        }
        return roomy;
    }

    private String repeated(String id, String question, Source source) {
        String unique = claim(id + " (row " + source.row() + ")", source);
        faults.warning(
                "repeated-answer",
                source,
                "",
                "respondent \"%s\" answers \"%s\" a second time; this answer is kept as \"%s\""
                        .formatted(brief(id), brief(question), brief(unique)),
                "remove the row if it is the same answer sent twice");
        return unique;
    }

    /// Takes over what the row says of its respondent, once.
    private void describe(Draft draft, Table.Part part, int i, Source source, int[] columns) {
        for (int q = 0; q < columns.length; q++) {
            String value = text(part, i, columns[q]);
            if (draft.values[q].isEmpty()) {
                draft.values[q] = value;
            } else if (!value.isEmpty() && !value.equals(draft.values[q])) {
                faults.warning(
                        "changing-value",
                        source,
                        table.heads().get(columns[q]).name(),
                        "\"%s\", but \"%s\" in an earlier row of the same respondent; the earlier one was kept"
                                .formatted(brief(value), brief(draft.values[q])),
                        "give the column the role ignore if it is about the answer and not the respondent");
            }
        }
        Consent consent = consent(part, i, source);
        boolean stricter = consent == Consent.NO || draft.consent == Consent.UNKNOWN;
        draft.consent = stricter ? consent : draft.consent;
    }

    /// Rows that were added to the response of an earlier row.
    int folded() {
        return folded;
    }
}
