package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.corpus.Question;
import org.jspecify.annotations.Nullable;

/// Which questions of a file are questions the consultation has already, and what the others will be called.
///
/// @param places one for each question of the file, in its order
record Matching(List<Place> places) {
    /// @param existing the consultation's own question, null if the file brings a new one
    /// @param question as it is, or will be, stored
    record Place(@Nullable AskedQuestion existing, Question question) {}

    Matching {
        places = List.copyOf(places);
    }

    /// A question is the same if its words are; or if its header bears the code of one not yet matched.
    static Matching of(List<Question> incoming, List<AskedQuestion> existing) {
        Map<Integer, AskedQuestion> found = new HashMap<>();
        match(incoming, existing, found, (q, asked) -> words(q.text()).equals(words(asked.text())));
        match(incoming, existing, found, (q, asked) -> bearsItsCode(q) && q.id().equalsIgnoreCase(asked.code()));
        Set<String> taken = new HashSet<>();
        existing.forEach(asked -> taken.add(asked.code()));
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < incoming.size(); i++) {
            AskedQuestion asked = found.get(i);
            String id = incoming.get(i).id();
            codes.put(id, asked != null ? asked.code() : free(id, taken));
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < incoming.size(); i++) {
            AskedQuestion asked = found.get(i);
            Question q = incoming.get(i);
            String pair = q.pairedWith() == null ? null : codes.get(q.pairedWith());
            places.add(new Place(
                    asked,
                    asked != null
                            ? asked.toQuestion()
                            : new Question(codes.getOrDefault(q.id(), q.id()), q.text(), q.kind(), pair)));
        }
        return new Matching(places);
    }

    private interface Likeness {
        boolean test(Question question, AskedQuestion asked);
    }

    private static void match(
            List<Question> incoming, List<AskedQuestion> existing, Map<Integer, AskedQuestion> found, Likeness like) {
        for (int i = 0; i < incoming.size(); i++) {
            if (found.containsKey(i)) {
                continue;
            }
            Question q = incoming.get(i);
            Predicate<AskedQuestion> isFree = asked -> !found.containsValue(asked);
            int at = i;
            existing.stream()
                    .filter(isFree)
                    .filter(asked -> like.test(q, asked))
                    .findFirst()
                    .ifPresent(asked -> found.put(at, asked));
        }
    }

    private static boolean bearsItsCode(Question question) {
        return !question.unnumbered().equals(question.text()) || question.text().equalsIgnoreCase(question.id());
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int n = 2; !taken.add(free); n++) {
            free = id + "-" + n;
        }
        return free;
    }

    /// How many questions are new.
    int fresh() {
        return (int) places.stream().filter(place -> place.existing() == null).count();
    }
}
