package org.folkmoot.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.folkmoot.corpus.Fault;

/// Bounds on what is read; beyond them a file is refused, so that a hostile or broken one cannot exhaust the
/// machine.
///
/// @param rows of all files together
/// @param columns of one sheet (Excel itself stops at 16,384)
/// @param cells of one sheet, empty ones before the last of a row included
/// @param cellChars of one cell or one letter
/// @param sheets of one workbook
/// @param unpackedBytes of one zipped file (XLSX, ODS, DOCX) when unpacked
/// @param unpackedRatio of unpacked to packed size of one zipped file, judged from 64 MB unpacked on
/// @param files of one folder
/// @param shown faults of one kind and file that are listed row by row; the rest is counted in one line
public record Limits(
        int rows,
        int columns,
        long cells,
        int cellChars,
        int sheets,
        long unpackedBytes,
        int unpackedRatio,
        int files,
        int shown) {
    /// Wide enough for five million answers, narrow enough for a laptop.
    public static final Limits DEFAULT =
            new Limits(5_000_000, 16_384, 100_000_000, 10_000_000, 255, 4L << 30, 300, 100_000, 20);

    public Limits {
        if (rows < 1 || columns < 1 || cells < 1 || cellChars < 1 || sheets < 1 || files < 1 || shown < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
        if (unpackedBytes < 1 || unpackedRatio < 1) {
            throw new IllegalArgumentException(
                    "unpackedBytes and unpackedRatio must be at least 1: " + unpackedBytes + ", " + unpackedRatio);
        }
    }

    /// What forbids to unpack a zipped file: that it is damaged, or grows beyond these limits. Empty if nothing does.
    ///
    /// @throws IOException if the file cannot be read
    public Optional<Fault> unpacking(Path zipped) throws IOException {
        try (GuardedZip zip = GuardedZip.open(zipped, this)) {
            try {
                for (String name : zip.names()) {
                    try (InputStream part = zip.part(name)) {
                        part.transferTo(OutputStream.nullOutputStream());
                    }
                }
                return Optional.empty();
            } catch (GuardedZip.Bomb bomb) {
                return Optional.of(bomb.fault());
            } catch (ZipException _) {
                return Optional.of(zip.damaged());
            }
        } catch (Unreadable e) {
            return Optional.of(e.fault());
        }
    }
}
