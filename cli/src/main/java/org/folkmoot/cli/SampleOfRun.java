package org.folkmoot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.corpus.sample.BlindSheet;
import org.folkmoot.corpus.sample.RunAnswers;
import org.folkmoot.corpus.write.SheetFile;
import org.folkmoot.quality.sampling.Draw;
import org.folkmoot.quality.sampling.SamplePlan;
import org.jspecify.annotations.Nullable;

/// Draws answers of a finished run for people to read blind.
///
/// @param to the sample's file: a workbook if it ends in .xlsx, else CSV
record SampleOfRun(
        Path folder, SamplePlan plan, long seed, @Nullable String question, String by, int readers, Path to) {
    /// What was written.
    ///
    /// @param told what to tell the user
    /// @param json how the sample was drawn
    record Written(String told, String json) {}

    /// Writes the sample, a copy for each further reader, the codebook, and how it was drawn.
    ///
    /// @throws IllegalArgumentException if the folder is no run's, the plan does not fit it, or a file exists
    Written write() {
        Path file = to;
        RunAnswers run = RunAnswers.read(folder);
        String asked = question(run);
        Draw draw = Draw.from(run.frame(asked, by), plan, seed);
        List<Path> sheets = new ArrayList<>();
        for (int reader = 1; reader <= readers; reader++) {
            sheets.add(reader == 1 ? file : beside(file, "-" + reader + (workbook() ? ".xlsx" : ".csv")));
        }
        Path codebook = beside(file, "-codebook.csv");
        Path record = beside(file, "-draw.json");
        List<Path> all = new ArrayList<>(sheets);
        all.add(record);
        if (!workbook()) {
            all.add(codebook);
        }
        for (Path path : all) {
            if (Files.exists(path)) {
                throw new IllegalArgumentException(path + " exists already: choose another name, or move it away");
            }
        }
        List<List<String>> answers = BlindSheet.answers(run, draw);
        List<List<String>> themes = BlindSheet.codebook(run, asked);
        String json = json(draw, asked);
        try {
            for (Path sheet : sheets) {
                if (workbook()) {
                    SheetFile.write(
                            sheet,
                            List.of(new SheetFile.Sheet("Answers", answers), new SheetFile.Sheet("Codebook", themes)));
                } else {
                    Files.writeString(sheet, CsvFile.BYTE_ORDER_MARK + CsvFile.text(answers));
                }
            }
            if (!workbook()) {
                Files.writeString(codebook, CsvFile.BYTE_ORDER_MARK + CsvFile.text(themes));
            }
            Files.writeString(record, json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        String told = String.format(
                Locale.UK,
                "%,d of %,d answers to %s drawn, seed %d, without the machine's codes: %s%n"
                        + "Readers write ids from %s into the column themes, separated by |, and their name into"
                        + " reviewed_by, also where no theme fits.%nFigures from these stand for all %,d if every one drawn is read, and"
                        + " for nothing outside them.%nThen: folkmoot report %s --sample %s --to FOLDER",
                draw.units().size(),
                draw.frameSize(),
                asked,
                seed,
                String.join(", ", sheets.stream().map(Path::toString).toList()),
                workbook() ? "the sheet Codebook" : codebook,
                draw.frameSize(),
                folder,
                String.join(" --sample ", sheets.stream().map(Path::toString).toList()));
        return new Written(told, json);
    }

    private boolean workbook() {
        return String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private String question(RunAnswers run) {
        List<String> questions = run.answers().values().stream()
                .map(RunAnswers.Answer::question)
                .distinct()
                .toList();
        String asked = question;
        if (asked == null && questions.size() == 1) {
            return questions.getFirst();
        }
        if (asked == null || !questions.contains(asked)) {
            throw new IllegalArgumentException(
                    "--question must be one of " + String.join(", ", questions) + (asked == null ? "" : ": " + asked));
        }
        return asked;
    }

    private String json(Draw draw, String asked) {
        var root = JsonText.object();
        root.put("question", asked);
        root.put("plan", draw.plan().toString());
        root.put("stratifiedBy", by);
        root.put("seed", draw.seed());
        root.put("frameSha256", draw.frameHash());
        root.put("frameSize", draw.frameSize());
        root.put("drawn", draw.units().size());
        return JsonText.of(root);
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "") + ending);
    }
}
