package org.folkmoot.corpus.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.corpus.Question;
import org.jspecify.annotations.Nullable;

/// Makes questions of columns: ids from their numbers, and each open question paired with the closed one it
/// explains.
final class Questions {
    /// A question to be.
    ///
    /// @param stated what a person stated of it, else a column without id, text or pairing
    record Draft(Layout.Head head, Question.Kind kind, Roles.Column stated) {}

    private final List<Draft> drafts;
    private final List<Optional<QuestionNumber>> numbers = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    private Questions(List<Draft> drafts) {
        this.drafts = drafts;
    }

    static List<Question> of(List<Draft> drafts) {
        return new Questions(drafts).build();
    }

    private List<Question> build() {
        Set<String> taken = new HashSet<>();
        for (Draft d : drafts) {
            Optional<QuestionNumber> number = QuestionNumber.of(d.head.name());
            numbers.add(number.isPresent() ? number : QuestionNumber.of(d.head.text()));
            taken.add(d.stated.id());
        }
        int next = 1;
        int about = 1;
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            String id = d.stated.id();
            if (id.isEmpty() && numbers.get(i).isPresent()) {
                id = free(numbers.get(i).get().id(), taken);
            }
            while (id.isEmpty() || (d.stated.id().isEmpty() && numbers.get(i).isEmpty() && taken.contains(id))) {
                id = d.kind == Question.Kind.ABOUT_YOU ? "A" + about++ : "Q" + next++;
                boolean numbered = numbers.stream()
                        .flatMap(Optional::stream)
                        .map(QuestionNumber::id)
                        .anyMatch(id::equals);
                id = numbered ? "" : id;
            }
            taken.add(id);
            ids.add(id);
        }
        var questions = new ArrayList<Question>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft d = drafts.get(i);
            String text = d.stated.text().isEmpty() ? d.head.text() : d.stated.text();
            questions.add(new Question(ids.get(i), text, d.kind, explained(i)));
        }
        return questions;
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int n = 2; taken.contains(free); n++) {
            free = id + "-" + n;
        }
        return free;
    }

    private @Nullable String explained(int open) {
        Draft d = drafts.get(open);
        if (d.kind != Question.Kind.OPEN || d.stated.explains().equals(Roles.Column.NONE)) {
            return null;
        }
        if (!d.stated.explains().isEmpty()) {
            return stated(d.stated.explains());
        }
        Optional<QuestionNumber> mentioned = QuestionNumber.mentioned(d.head.text());
        for (int c = open - 1; c >= 0 && mentioned.isPresent(); c--) {
            if (isClosed(c) && numbers.get(c).equals(mentioned)) {
                return ids.get(c);
            }
        }
        Optional<QuestionNumber> own = numbers.get(open);
        for (int c = open - 1; c >= 0 && own.isPresent(); c--) {
            if (isClosed(c) && numbers.get(c).map(QuestionNumber::number).equals(own.map(QuestionNumber::number))) {
                return ids.get(c);
            }
        }
        boolean adjacent = open > 0 && isClosed(open - 1);
        boolean explains = HeaderWords.EXPLAINS.matcher(d.head.text()).find();
        return adjacent && explains ? ids.get(open - 1) : null;
    }

    /// The id that a person means, who may also have written the name of the question's column.
    private String stated(String explained) {
        for (int c = 0; c < drafts.size() && !ids.contains(explained); c++) {
            if (isClosed(c) && drafts.get(c).head.name().equals(explained)) {
                return ids.get(c);
            }
        }
        return explained;
    }

    private boolean isClosed(int i) {
        return drafts.get(i).kind == Question.Kind.CLOSED;
    }
}
