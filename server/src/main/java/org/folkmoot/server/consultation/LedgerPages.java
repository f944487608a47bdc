package org.folkmoot.server.consultation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The rows behind each figure of the ledger: those set aside for a reason, and those whose answers wait.
@RestController
@RequestMapping("/consultations/{consultation}/ledger")
public final class LedgerPages {
    private final Pages pages;
    private final ViewingOverview overview;
    private final LedgerRows rows;

    LedgerPages(Pages pages, ViewingOverview overview, LedgerRows rows) {
        this.pages = pages;
        this.overview = overview;
        this.rows = rows;
    }

    /// @param reason why they were set aside, empty where answers wait
    /// @param waiting the question to which answers wait, null where rows were set aside
    /// @param total how many rows there are
    /// @param page from 1
    /// @param next address of the next page, empty if there is none
    public record Model(
            long consultation,
            String reason,
            Overview.@Nullable State waiting,
            long total,
            List<LedgerRows.Row> rows,
            int page,
            String next) {}

    @Needs(Right.VIEW)
    @GetMapping("/excluded")
    ResponseEntity<String> excluded(
            @PathVariable long consultation,
            @RequestParam String reason,
            @RequestParam(defaultValue = "1") int page,
            Asker asker) {
        long total = overview.of(consultation, false).ledger().excluded().stream()
                .filter(option -> option.text().equals(reason))
                .findFirst()
                .orElseThrow(Refused::notFound)
                .count();
        List<LedgerRows.Row> found = rows.excluded(consultation, reason, Math.max(1, page));
        String here = path(consultation, reason) + "&page=";
        return show(asker, new Model(consultation, reason, null, total, found, page, next(here, page, total)));
    }

    @Needs(Right.VIEW)
    @GetMapping("/waiting/{question}")
    ResponseEntity<String> waiting(
            @PathVariable long consultation,
            @PathVariable long question,
            @RequestParam(defaultValue = "1") int page,
            Asker asker) {
        Overview.State state = overview.states(consultation).stream()
                .filter(one -> one.question().id() == question)
                .findFirst()
                .orElseThrow(Refused::notFound);
        List<LedgerRows.Row> found = rows.waiting(consultation, question, Math.max(1, page));
        String here = "/consultations/" + consultation + "/ledger/waiting/" + question + "?page=";
        return show(
                asker,
                new Model(consultation, "", state, state.waiting(), found, page, next(here, page, state.waiting())));
    }

    /// Where the rows set aside for a reason are listed.
    public static String path(long consultation, String reason) {
        return "/consultations/" + consultation + "/ledger/excluded?reason="
                + URLEncoder.encode(reason, StandardCharsets.UTF_8);
    }

    private static String next(String here, int page, long total) {
        return (long) page * LedgerRows.PAGE < total ? here + (page + 1) : "";
    }

    /// Respondents' ids may be addresses, which only those see who may see originals.
    private ResponseEntity<String> show(Asker asker, Model model) {
        boolean original = asker.may(Right.SEE_ORIGINAL, model.consultation());
        List<LedgerRows.Row> shown = model.rows().stream()
                .map(row -> original || !row.respondent().contains("@") ? row : row.unnamed())
                .toList();
        return pages.show(
                "consultation/ledger.jte",
                asker.in(model.consultation(), "overview"),
                new Model(
                        model.consultation(),
                        model.reason(),
                        model.waiting(),
                        model.total(),
                        shown,
                        model.page(),
                        model.next()));
    }
}
