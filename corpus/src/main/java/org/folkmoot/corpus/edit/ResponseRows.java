package org.folkmoot.corpus.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;

/// Finds the response that a row of an edited table is about.
final class ResponseRows {
    private final List<Response> responses;
    private final Map<Source, List<Integer>> bySource = new HashMap<>();
    private final Map<String, List<Integer>> byRespondent = new HashMap<>();

    ResponseRows(Consultation consultation) {
        responses = consultation.responses();
        for (int i = 0; i < responses.size(); i++) {
            Response response = responses.get(i);
            bySource.computeIfAbsent(response.source(), _ -> new ArrayList<>(1)).add(i);
            byRespondent
                    .computeIfAbsent(response.respondent().strip(), _ -> new ArrayList<>(1))
                    .add(i);
        }
    }

    /// By file, sheet and row, and by respondent where these leave it open or are not there.
    Optional<Integer> find(EditedTable.Line line) {
        String respondent = line.word("respondent");
        List<Integer> found = number(line.word("row"))
                .map(row -> bySource.getOrDefault(new Source(line.word("file"), line.word("sheet"), row), List.of()))
                .orElse(List.of());
        if (found.isEmpty()) {
            found = respondent.isEmpty() ? List.of() : byRespondent.getOrDefault(respondent, List.of());
        } else if (found.size() > 1) {
            found = found.stream()
                    .filter(i -> responses.get(i).respondent().strip().equals(respondent))
                    .toList();
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// A whole number as spreadsheets write it: `7` or `7.0`.
    static Optional<Integer> number(String cell) {
        String digits = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
        return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
