package org.folkmoot.text;

import java.util.List;
import java.util.function.Consumer;

/// The example of `text/README.md`, compiled and run.
final class ReadmeExample {
    private ReadmeExample() {}

    static void run(List<String> texts, Consumer<String> out) {
        try (ThemeFinder finder = ThemeFinder.open()) {
            Themes themes = finder.find(texts, Progress.SILENT);
            for (int t = 0; t < themes.codebook().size(); t++) {
                out.accept(
                        themes.texts(t) + " texts: " + themes.codebook().get(t).headline());
            }
            for (int i = 0; i < themes.codings().size(); i++) {
                String words =
                        themes.codings().span(i).of(texts.get(themes.codings().answer(i)));
                out.accept(themes.codebook().get(themes.codings().theme(i)).id() + " in: " + words);
            }
        }
        // end
    }
}
