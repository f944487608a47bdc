package org.folkmoot.server.consultation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a report and its tables can be taken out as.
public enum ExportFormat {
    HTML("html", "text/html;charset=UTF-8"),
    /// Tagged, for everyone to read (PDF/UA-1).
    PDF("pdf", "application/pdf"),
    /// For word processors.
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /// All tables, row by row and theme by theme, as CSV files.
    CSV("csv.zip", "application/zip"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    THEMEFINDER("themefinder.zip", "application/zip"),
    CONSULT("consult.zip", "application/zip"),
    /// REFI-QDA, for programs of qualitative analysis.
    QDPX("qdpx", "application/zip"),
    /// Report, tables, manifest and audit extract with the hashes of all.
    BUNDLE("bundle.zip", "application/zip");

    private final String ending;
    private final String type;

    ExportFormat(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /// Whether it holds answers one by one, beside what is published.
    public boolean holdsAnswers() {
        return switch (this) {
            case HTML, PDF, DOCX, BUNDLE -> false;
            case CSV, XLSX, THEMEFINDER, CONSULT, QDPX -> true;
        };
    }

    String ending() {
        return ending;
    }

    String type() {
        return type;
    }

    /// As in addresses and in the words for people.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExportFormat> of(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }
}
