package org.folkmoot.server.codebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.platform.Words;

/// Says in words what edits did, or why they could not be made. A theme is called as it was at that time.
final class EditWords {
    private final Words words;
    private final EditLog log;
    private final Map<ThemeId, String> names = new HashMap<>();
    private final Map<Long, String> said = new HashMap<>();

    EditWords(Words words, EditLog log) {
        this.words = words;
        this.log = log;
        log.base().themes().forEach(theme -> names.put(theme.id(), theme.headline()));
        for (EditLog.Entry entry : log.entries()) {
            said.put(entry.number(), said(entry.edit()));
            if (entry.undone() == null && entry.edit() instanceof ThemeEdit.Rename rename) {
                names.put(rename.theme(), rename.headline().strip());
            }
        }
    }

    /// What an entry did.
    String of(EditLog.Entry entry) {
        return said.getOrDefault(entry.number(), "");
    }

    private String said(ThemeEdit edit) {
        return switch (edit) {
            case ThemeEdit.Rename e -> words.t("edit.rename", name(e.theme()), e.headline());
            case ThemeEdit.Describe e -> words.t("edit.describe", name(e.theme()));
            case ThemeEdit.Merge e -> words.t("edit.merge", names(e.themes()), name(e.into()));
            case ThemeEdit.Split e -> {
                e.parts().forEach(part -> names.put(part.theme(), part.wording().headline()));
                List<ThemeId> parts =
                        e.parts().stream().map(ThemeEdit.Split.Part::theme).toList();
                yield words.t("edit.split", name(e.theme()), names(parts));
            }
            case ThemeEdit.Move e ->
                e.parent() == null
                        ? words.t("edit.move-to-top", name(e.theme()))
                        : words.t("edit.move", name(e.theme()), name(e.parent()));
            case ThemeEdit.Add e -> {
                names.put(e.theme(), e.wording().headline());
                yield words.t(e.isOfPassages() ? "edit.add-of-passages" : "edit.add", name(e.theme()));
            }
            case ThemeEdit.SetAside e -> words.t("edit.set-aside", name(e.theme()));
            case ThemeEdit.Restore e -> words.t("edit.restore", name(e.theme()));
            case ThemeEdit.Note e -> words.t("edit.note", name(e.theme()));
            case ThemeEdit.Reorder e ->
                e.before() == null
                        ? words.t("edit.reorder-to-end", name(e.theme()))
                        : words.t("edit.reorder", name(e.theme()), name(e.before()));
        };
    }

    /// What a theme is called, or was when it was last there.
    String name(ThemeId theme) {
        return names.getOrDefault(theme, theme.value());
    }

    private String names(List<ThemeId> themes) {
        return themes.stream().map(this::name).collect(Collectors.joining("”, “"));
    }

    /// What came of a wish to edit, for the page that follows.
    static String notice(Words words, Outcome outcome, EditLog before) {
        return switch (outcome) {
            case Outcome.Made made -> {
                EditingThemes.Done done = made.done();
                String what = new EditWords(words, done.after().log()).of(done.entry());
                int moved = done.difference().answers().size();
                String key = done.entry().undone() != null
                        ? "edited.undone"
                        : done.before().log().last() < done.entry().number() ? "edited.done" : "edited.redone";
                yield words.t(key, what, moved);
            }
            case Outcome.Refused refused -> new EditWords(words, before).refusal(refused.why());
        };
    }

    /// Why an edit cannot be made, undone or redone.
    String refusal(EditLog.Changed why) {
        return switch (why) {
            case EditLog.Changed.Refused refused -> words.t("edited.refused", reason(refused.refusal()));
            case EditLog.Changed.Blocked blocked ->
                words.t("edited.blocked", blocked.by().number(), of(blocked.by()));
            case EditLog.Changed.NotThere _ -> words.t("edited.not-there");
            case EditLog.Changed.Done _ -> throw new IllegalArgumentException("not refused: " + log.last());
        };
    }

    private String reason(Refusal refusal) {
        String subject = switch (refusal) {
            case Refusal.UnknownTheme r -> name(r.theme());
            case Refusal.EmptyHeadline r -> name(r.theme());
            case Refusal.HeadlineUsed r -> r.headline();
            case Refusal.EmptyNote r -> name(r.theme());
            case Refusal.WithItself r -> name(r.theme());
            case Refusal.ThirdLevel r -> name(r.theme());
            case Refusal.TooFew r -> name(r.theme());
            case Refusal.NamedTwice r -> name(r.theme());
            case Refusal.IdUsed r -> name(r.theme());
            case Refusal.SourceUsed r -> r.source().value();
            case Refusal.HasSubThemes r -> name(r.theme());
            case Refusal.AlreadySo r -> name(r.theme());
        };
        return words.t("refusal." + refusal.code(), subject);
    }
}
