package org.folkmoot.benchmarks.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Edits themes as a lead does, and times each until the board shows what came of it: from sending the form to the last
/// byte of the board with the new counts.
final class Edits {
    private final Browser lead;
    private final String board;
    private final Times times;

    Edits(Browser lead, long consultation, String code, Times times) {
        this.lead = lead;
        this.board = "/consultations/" + consultation + "/themes/" + code;
        this.times = times;
    }

    /// Every kind of edit once, each undone again, so that the themes are in the end as they were.
    void each() {
        List<String> themes = themes();
        String first = themes.getFirst();
        String second = themes.get(1);
        undone("rename", () -> edit("edit", "rename", "theme", first, "headline", "A name that nobody gave before"));
        undone("set aside", () -> edit("edit", "set-aside", "theme", second));
        undone("merge", () -> merge(first, second));
        undone(
                "describe (codes anew)",
                () -> edit(
                        "edit",
                        "describe",
                        "theme",
                        first,
                        "description",
                        "Whatever is said on what it costs people and who pays"));
        undone(
                "add by words (codes anew)",
                () -> edit(
                        "edit",
                        "add",
                        "headline",
                        "Waiting takes too long",
                        "description",
                        "Waiting lists, queues and appointments that come too late"));
        List<String> passages = all(
                lead.get(board + "/add?words=" + Browser.encoded("waiting too long")),
                "name=\"passages\" value=\"([^\"]+)\"");
        undone(
                "add from passages (codes anew)",
                () -> edit(with(
                        List.of("edit", "add", "headline", "Passages that somebody ticked"), "passages", passages)));
        split(themes);
    }

    /// Two quick ones, while others read.
    void some() {
        List<String> themes = themes();
        undone("merge", () -> merge(themes.get(2), themes.get(3)));
        undone("set aside", () -> edit("edit", "set-aside", "theme", themes.getFirst()));
    }

    private void split(List<String> themes) {
        for (String theme : themes) {
            long start = System.nanoTime();
            Browser.Answer page = lead.get(board + "/" + theme + "/split");
            long took = System.nanoTime() - start;
            List<String> headlines = all(page, "name=\"headlines\"[^>]*>([^<]*)<");
            if (headlines.size() > 1) {
                times.add("a split proposed", took);
                List<String> named = new ArrayList<>();
                for (int i = 0; i < headlines.size(); i++) {
                    named.add("Part " + (i + 1) + " of " + theme);
                }
                undone(
                        "split (divides codings)",
                        () -> edit(
                                with(List.of("edit", "split", "theme", theme, "form", "beside"), "headlines", named)));
                return;
            }
        }
    }

    private static String[] with(List<String> fields, String name, List<String> values) {
        List<String> all = new ArrayList<>(fields);
        values.forEach(value -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }

    /// What carries two themes is counted once.
    private Browser.Answer merge(String into, String other) {
        int before = Math.max(count(lead.get(board), into), count(lead.get(board), other));
        Browser.Answer after = edit("edit", "merge", "into", into, "themes", other);
        if (count(after, into) < before) {
            throw new IllegalStateException("the board counts less after a merge");
        }
        return after;
    }

    private static int count(Browser.Answer board, String theme) {
        Matcher size = Pattern.compile(
                        "(?s)id=\"theme-" + Pattern.quote(theme) + "\".*?fm-theme__size\"><strong>([\\d,]+)")
                .matcher(board.text());
        if (!size.find()) {
            throw new IllegalStateException("the board does not show " + theme);
        }
        return Integer.parseInt(size.group(1).replace(",", ""));
    }

    private Browser.Answer edit(String... fields) {
        return followed(lead.post(board + "/edits", fields));
    }

    private Browser.Answer followed(Browser.Answer answer) {
        String to = Browser.require(answer, 303).location();
        if (!to.contains("changed=")) {
            throw new IllegalStateException("an edit was not made");
        }
        return Browser.require(lead.get(to), 200);
    }

    private void undone(String name, Runnable edit) {
        long start = System.nanoTime();
        edit.run();
        long done = System.nanoTime();
        times.add(name, done - start);
        List<String> entries = all(lead.get(board), "name=\"entry\" value=\"(\\d+)\"");
        long undo = System.nanoTime();
        followed(lead.post(board + "/undo", "entry", entries.getFirst()));
        times.add("undo", System.nanoTime() - undo);
    }

    private List<String> themes() {
        return all(lead.get(board), "id=\"theme-([^\"]+)\"");
    }

    private static List<String> all(Browser.Answer page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page.text())
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }
}
