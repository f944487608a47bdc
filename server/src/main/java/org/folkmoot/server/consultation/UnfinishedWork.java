package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.server.codebook.ThemeProgress;
import org.folkmoot.server.codebook.ThemeVersionState;
import org.folkmoot.server.review.CheckedShares;
import org.folkmoot.server.review.ReviewProgress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is not done on the open questions of a consultation when somebody wants to publish its report.
@Component
public class UnfinishedWork {
    private final ViewingOverview overview;
    private final CheckedShares checked;

    UnfinishedWork(ViewingOverview overview, CheckedShares checked) {
        this.overview = overview;
        this.checked = checked;
    }

    /// @param kind names the text, below `publish.matter.`
    /// @param count its argument: answers, arguments or themes, or the number of a version
    /// @param path where it can be done, below the consultation's own
    public record Matter(String kind, long count, String path) {}

    /// An open question with all that is not done on it; never none.
    public record OfQuestion(AskedQuestion question, List<Matter> matters) {}

    /// Those questions that are not done.
    @Transactional(readOnly = true)
    public List<OfQuestion> of(long consultation) {
        return overview.states(consultation).stream()
                .map(state -> new OfQuestion(state.question(), matters(state)))
                .filter(question -> !question.matters().isEmpty())
                .toList();
    }

    private List<Matter> matters(Overview.State state) {
        List<Matter> matters = new ArrayList<>();
        if (state.waiting() > 0) {
            matters.add(new Matter(
                    "waiting",
                    state.waiting(),
                    "/ledger/waiting/" + state.question().id()));
        }
        if (state.run() != null && state.run().state().isOpen()) {
            matters.add(new Matter("running", 0, ""));
        }
        themes(state, matters);
        sample(state, matters);
        ReviewProgress.Of review = state.review();
        if (review != null && review.flagged() > 0) {
            matters.add(new Matter(
                    "flagged",
                    review.flagged(),
                    "/explore?flag=FLAGGED&question=" + state.question().id()));
        }
        return matters;
    }

    private static void themes(Overview.State state, List<Matter> matters) {
        ThemeProgress.Of themes = state.themes();
        if (themes == null) {
            return;
        }
        String board = "/themes/" + state.question().code();
        if (themes.state() != ThemeVersionState.SIGNED_OFF) {
            matters.add(new Matter(themes.version() == 0 ? "not-signed-off" : "edited-since", themes.version(), board));
        }
        if (themes.awaiting() > 0) {
            matters.add(new Matter("uncovered", themes.awaiting(), board + "/uncovered"));
        }
    }

    private void sample(Overview.State state, List<Matter> matters) {
        if (state.analysed() == 0) {
            return;
        }
        ReviewProgress.Sample sample =
                state.review() == null ? null : state.review().sample();
        CheckedShares.Checked figures = checked.of(state.question().id()).orElse(null);
        if (figures == null) {
            matters.add(
                    sample == null
                            ? new Matter("no-sample", 0, "/quality")
                            : new Matter("sample-open", 0, "/quality/" + sample.id()));
            return;
        }
        long changed =
                figures.themes().stream().filter(theme -> !theme.stands()).count();
        if (changed > 0) {
            matters.add(new Matter("changed-themes", changed, "/quality"));
        }
    }
}
