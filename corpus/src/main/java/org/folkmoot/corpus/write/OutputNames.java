package org.folkmoot.corpus.write;

/// Names that stand in written files and are looked for on reading them back.
public final class OutputNames {
    public static final String EXCLUDED = "excluded";
    public static final String MANIFEST = "manifest.json";
    public static final String FILES = "files.json";
    public static final String TIMINGS = "timings.json";
    public static final String WORKBOOK = "results.xlsx";
    public static final String REPORT = "report/index.html";

    private OutputNames() {}
}
