package org.folkmoot.server.codebook;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the theme board shows.
@Component
class ViewingBoard {
    private final OpenQuestions questions;
    private final Codebooks codebooks;
    private final Counting counting;
    private final SigningOffThemes signingOff;
    /// As long as the counting itself is kept.
    private final Map<CodedQuestion, Counts> counts = Collections.synchronizedMap(new WeakHashMap<>());

    ViewingBoard(OpenQuestions questions, Codebooks codebooks, Counting counting, SigningOffThemes signingOff) {
        this.questions = questions;
        this.codebooks = codebooks;
        this.counting = counting;
        this.signingOff = signingOff;
    }

    private record Counts(List<ThemeRow> rows, Gauge gauge) {}

    /// The open questions of a consultation, and how far the themes of each have come.
    @Transactional(readOnly = true)
    public List<ThemeBoard.Listed> list(long consultation) {
        return questions.of(consultation).stream().map(this::listed).toList();
    }

    private ThemeBoard.Listed listed(OpenQuestion question) {
        return codebooks
                .of(question.id())
                .map(kept -> {
                    SigningOffThemes.Standing standing = signingOff.standing(kept);
                    return new ThemeBoard.Listed(
                            question,
                            standing.state(),
                            kept.themes().themes().size(),
                            standing.latest().map(Version::number).orElse(0));
                })
                .orElseGet(() -> new ThemeBoard.Listed(question, null, 0, 0));
    }

    /// The board of a question.
    ///
    /// @param changed number of an entry to show the consequences of; 0 for none
    @Transactional(readOnly = true)
    public Optional<Board> board(OpenQuestion question, long changed, Words words) {
        return counting.of(question.id()).map(coded -> {
            Kept kept = coded.kept();
            Counts drawn =
                    counts.computeIfAbsent(coded, counted -> new Counts(ThemeRow.of(counted), Gauge.of(counted)));
            return new Board(
                    coded,
                    signingOff.standing(kept),
                    drawn.rows(),
                    drawn.gauge(),
                    HistoryLine.of(kept.log(), words),
                    moved(kept, changed, words));
        });
    }

    /// What the board shows of themes.
    ///
    /// @param moved what one entry changed, null if none is asked for
    record Board(
            CodedQuestion coded,
            SigningOffThemes.Standing standing,
            List<ThemeRow> themes,
            Gauge gauge,
            List<HistoryLine> history,
            @Nullable Moved moved) {}

    /// What an entry of the log changed when it was made, or what undoing it changed.
    @Nullable
    Moved moved(Kept kept, long number, Words words) {
        EditLog log = kept.log();
        if (number < 1 || number > log.last()) {
            return null;
        }
        EditChange change = EditChange.of(log, number);
        Difference difference = Difference.between(change.before(), change.after(), counting.carried(kept));
        String edit = new EditWords(words, log).of(change.entry());
        String what = change.entry().undone() == null ? edit : words.t("moved.undone", edit);
        return Moved.of(number, what, difference, change.after());
    }

    /// How an edit can be undone or made again, and what that takes.
    ///
    /// @throws Refused if there is no such edit, or nothing brings it back
    @Transactional(readOnly = true)
    public Turn turn(Kept kept, long number) {
        return Turn.of(kept.log(), number).orElseThrow(() -> Refused.conflict("turn-impossible"));
    }

    /// The codebook of a question of a consultation.
    ///
    /// @throws Refused if there is no such question, or no themes yet
    @Transactional(readOnly = true)
    public Kept kept(long consultation, String code) {
        return codebooks.of(questions.find(consultation, code).id()).orElseThrow(Refused::notFound);
    }
}
