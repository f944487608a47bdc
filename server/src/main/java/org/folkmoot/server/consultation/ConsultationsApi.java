package org.folkmoot.server.consultation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Consultations, their questions, themes, codings and ledger, for programs to read.
@RestController
@RequestMapping("/api/v1/consultations")
class ConsultationsApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 10_000;

    private final ReadModels models;
    private final Counting counting;
    private final OpeningConsultations opening;

    ConsultationsApi(ReadModels models, Counting counting, OpeningConsultations opening) {
        this.models = models;
        this.counting = counting;
        this.opening = opening;
    }

    /// @param role of the asker
    record Consultation(long id, String title, Role role) {}

    /// @param theme id within its question
    /// @param submissions answers that carry it or a sub-theme of it
    /// @param texts the same, with equal texts counted once
    record Theme(
            String theme,
            @Nullable String parent,
            String headline,
            String description,
            boolean setAside,
            int submissions,
            int texts) {}

    /// @param analysed answers with a view
    /// @param decided answers that a person decided on
    record Themes(int answers, int analysed, int decided, List<Theme> themes) {}

    /// @param byPerson whether a person decided on the answer; otherwise the machine proposed
    record Coding(long answer, List<String> themes, boolean byPerson) {}

    /// One consultation, as far as the asker may see it.
    ///
    /// @param rights what the asker may do there, in no order that means anything
    /// @param ledger null for those who may not view figures
    /// @param links paths by what they lead to, of those the asker may follow
    record One(
            long id,
            String title,
            Role role,
            List<Right> rights,
            ReadModels.@Nullable Ledger ledger,
            Map<String, String> links) {}

    private static final Map<String, Right> PARTS = Map.of(
            "questions", Right.VIEW,
            "ledger", Right.VIEW,
            "answers", Right.VIEW,
            "runs", Right.VIEW,
            "campaigns", Right.VIEW,
            "report", Right.VIEW,
            "files", Right.IMPORT,
            "readings", Right.READ_BLIND,
            "audit", Right.SEE_HISTORY,
            "team", Right.MANAGE_TEAM);

    @Needs(Right.VISIT)
    @Summary("One consultation: what the asker's role allows there, its ledger, and where its parts are.")
    @GetMapping("/{consultation}")
    One consultation(@PathVariable long consultation, Asker asker) {
        Asker.Membership membership = asker.memberships().get(consultation);
        if (membership == null) {
            throw Refused.notFound();
        }
        String self = "/api/v1/consultations/" + consultation;
        Map<String, String> links = new TreeMap<>(Map.of("self", self, "page", "/consultations/" + consultation));
        PARTS.forEach((part, right) -> {
            if (right.isHeldBy(membership.role())) {
                links.put(part, self + "/" + part);
            }
        });
        return new One(
                consultation,
                membership.consultationTitle(),
                membership.role(),
                Arrays.stream(Right.values())
                        .filter(right -> right.isHeldBy(membership.role()))
                        .toList(),
                Right.VIEW.isHeldBy(membership.role()) ? models.ledger(consultation) : null,
                links);
    }

    @Needs(Right.SIGNED_IN)
    @Summary("The consultations the asker belongs to.")
    @GetMapping
    List<Consultation> consultations(Asker asker) {
        return asker.memberships().entrySet().stream()
                .map(entry -> new Consultation(
                        entry.getKey(),
                        entry.getValue().consultationTitle(),
                        entry.getValue().role()))
                .sorted(Comparator.comparingLong(Consultation::id))
                .toList();
    }

    /// What is to be opened.
    record New(String title) {}

    record Opened(long id) {}

    @Needs(Right.SIGNED_IN)
    @Summary("Opens a consultation, which the asker then leads.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    Opened open(@RequestBody New wanted, Asker asker) {
        if (wanted.title() == null || wanted.title().isBlank()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        return new Opened(opening.open(wanted.title().strip(), asker));
    }

    @Needs(Right.VIEW)
    @Summary("The questions, open and closed, in order.")
    @GetMapping("/{consultation}/questions")
    List<ReadModels.Question> questions(@PathVariable long consultation) {
        return models.questions(consultation);
    }

    @Needs(Right.VIEW)
    @Summary("Received = excluded + superseded + counted.")
    @GetMapping("/{consultation}/ledger")
    ReadModels.Ledger ledger(@PathVariable long consultation) {
        return models.ledger(consultation);
    }

    @Needs(Right.VIEW)
    @Summary("The themes of a question as they are now, with their counts.")
    @GetMapping("/{consultation}/questions/{question}/themes")
    Themes themes(@PathVariable long consultation, @PathVariable long question) {
        CodedQuestion coded = coded(consultation, question);
        return new Themes(
                coded.size(),
                coded.analysed(),
                coded.decided(),
                coded.themes().themes().stream()
                        .map(theme -> theme(coded, theme))
                        .toList());
    }

    private static Theme theme(CodedQuestion coded, WorkingTheme theme) {
        ThemeId parent = theme.parent();
        return new Theme(
                theme.id().value(),
                parent == null ? null : parent.value(),
                theme.headline(),
                theme.description(),
                coded.themes().isSetAside(theme),
                coded.submissions(theme.id()),
                coded.texts(theme.id()));
    }

    @Needs(Right.VIEW)
    @Summary("The versions of a question's themes that were signed off.")
    @GetMapping("/{consultation}/questions/{question}/versions")
    List<ReadModels.Version> versions(@PathVariable long consultation, @PathVariable long question) {
        requireQuestion(consultation, question);
        return models.versions(consultation, question);
    }

    @Needs(Right.VIEW)
    @Summary("Codings as JSON Lines, one answer a line, by answer id: at most 10,000 after the one given.")
    @GetMapping("/{consultation}/questions/{question}/codings")
    ResponseEntity<String> codings(
            @PathVariable long consultation,
            @PathVariable long question,
            @RequestParam(defaultValue = "0") long after) {
        CodedQuestion coded = coded(consultation, question);
        long[] answers = coded.answers();
        StringBuilder lines = new StringBuilder();
        int written = 0;
        for (int i = 0; i < answers.length && written < MOST; i++) {
            if (answers[i] > after) {
                lines.append(JSON.writeValueAsString(new Coding(
                                answers[i],
                                coded.themesOf(i).stream()
                                        .map(theme -> theme.id().value())
                                        .toList(),
                                coded.isDecided(i))))
                        .append('\n');
                written++;
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jsonl"))
                .body(lines.toString());
    }

    private CodedQuestion coded(long consultation, long question) {
        requireQuestion(consultation, question);
        return counting.of(question).orElseThrow(Refused::notFound);
    }

    private void requireQuestion(long consultation, long question) {
        if (!models.has(consultation, question)) {
            throw Refused.notFound();
        }
    }
}
