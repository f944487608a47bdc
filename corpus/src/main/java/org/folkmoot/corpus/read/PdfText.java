package org.folkmoot.corpus.read;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text of a PDF in reading order.
final class PdfText {
    private PdfText() {}

    static String of(Path path, Limits limits) throws IOException, Unreadable {
        if (!PdfStreams.areBounded(path, limits)) {
            throw Format.refuse(
                    path.getFileName().toString(),
                    "pdf-bomb",
                    "parts of the PDF unpack to far more than a letter can hold",
                    "if you trust the file, print it again as PDF");
        }
        return text(path, limits);
    }

    private static String text(Path path, Limits limits) throws Unreadable {
        try (PDDocument document =
                Loader.loadPDF(path.toFile(), "", null, null, MemoryUsageSetting.setupMixed(64L << 20).streamCache)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\n");
            var text = new Bounded(limits.cellChars());
            stripper.writeText(document, text);
            return text.toString();
        } catch (InvalidPasswordException e) {
            throw Letters.unreadable(
                    path, "encrypted", "the PDF is encrypted with a password", "save it without one", e);
        } catch (OutOfMemoryError e) {
            throw Letters.unreadable(
                    path, "too-large", "the PDF needs more memory than there is", "print it again as PDF", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Letters.unreadable(
                    path, "damaged", "the PDF is damaged or was cut off", "fetch or print it again as PDF", e);
        }
    }

    /// Stops a document that writes without end.
    private static final class Bounded extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            if (text.length() + length > most) {
                throw new IOException("more than " + most + " characters");
            }
            text.append(buffer, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
