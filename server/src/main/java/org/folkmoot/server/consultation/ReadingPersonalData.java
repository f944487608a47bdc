package org.folkmoot.server.consultation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Shows the personal data found in answers. Looking at it goes on record.
@Component
class ReadingPersonalData {
    private static final int PAGE = 50;

    private final PersonalSpans spans;
    private final AuditLog audit;

    ReadingPersonalData(PersonalSpans spans, AuditLog audit) {
        this.spans = spans;
        this.audit = audit;
    }

    /// @param kind empty for all, and so is one that is not there
    /// @param after id of the last span seen, 0 to begin
    record Wanted(PersonalDataState state, String kind, long after) {}

    /// @param counts by kind how many spans are in each state
    /// @param next id after which the next page begins, 0 if there is none
    record Read(
            SortedMap<String, Map<PersonalDataState, Integer>> counts,
            String kind,
            List<PersonalSpans.Found> found,
            long next) {}

    @Transactional
    public Read read(Asker asker, long consultation, Wanted wanted) {
        SortedMap<String, Map<PersonalDataState, Integer>> counts = new TreeMap<>();
        for (PersonalSpans.Count count : spans.counts(consultation)) {
            counts.computeIfAbsent(count.kind(), _ -> new EnumMap<>(PersonalDataState.class))
                    .put(count.state(), count.spans());
        }
        String known = counts.containsKey(wanted.kind()) ? wanted.kind() : "";
        List<PersonalSpans.Found> found = spans.in(consultation, wanted.state(), known, wanted.after(), PAGE + 1);
        List<PersonalSpans.Found> shown = found.subList(0, Math.min(PAGE, found.size()));
        if (!shown.isEmpty()) {
            audit.append(
                    consultation,
                    asker.actor(),
                    "personal-data.read",
                    "consultation " + consultation,
                    Map.of(
                            "state",
                            wanted.state().name(),
                            "kind",
                            known,
                            "spans",
                            shown.size(),
                            "after",
                            wanted.after()));
        }
        return new Read(
                counts, known, shown, found.size() > PAGE ? shown.getLast().id() : 0);
    }
}
