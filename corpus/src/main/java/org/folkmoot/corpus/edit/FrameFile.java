package org.folkmoot.corpus.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.quality.sampling.Frame;

/// A sampling frame, a row `item[,stratum][,uncertainty]` each, read with all faults.
///
/// @param units in the order of the file; those with faults are left out
/// @param faults with the row and the remedy; if one is an error the units are not to be used
public record FrameFile(List<Frame.Unit> units, List<Fault> faults) {
    public FrameFile {
        units = List.copyOf(units);
        faults = List.copyOf(faults);
    }

    /// @throws IllegalArgumentException if the file is not a table
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static FrameFile read(Path file) {
        List<Frame.Unit> units = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        new EditedTable(file, "Frame").forEach(line -> {
            int before = faults.size();
            String item = CodingsFile.item(line, seen, faults);
            double uncertainty = uncertainty(line, faults);
            if (faults.size() == before) {
                units.add(new Frame.Unit(item, line.word("stratum"), uncertainty));
            }
        });
        if (units.isEmpty() && faults.isEmpty()) {
            faults.add(CodebookFile.error(
                    "empty",
                    new Source(String.valueOf(file.getFileName()), "", 0),
                    "",
                    "there is nothing to draw from",
                    "give a table with the column item, and a row for each"));
        }
        return new FrameFile(units, faults);
    }

    private static double uncertainty(EditedTable.Line line, List<Fault> faults) {
        if (!line.has("uncertainty")) {
            return 1;
        }
        double value = CodingsFile.number(line.word("uncertainty"));
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            faults.add(CodebookFile.error(
                    "uncertainty",
                    line.source(),
                    "uncertainty",
                    "the uncertainty must be a number of at least 0: \"" + line.word("uncertainty") + "\"",
                    "mend the value; 0 for what the machine is sure of"));
            return Double.NaN;
        }
        return value;
    }
}
