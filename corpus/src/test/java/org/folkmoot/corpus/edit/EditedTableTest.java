package org.folkmoot.corpus.edit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditedTableTest {
    @TempDir
    private Path folder;

    @Test
    void workbookThatUnpacksBeyondTheLimitIsRefused() throws IOException {
        Path file = folder.resolve("themes.xlsx");
        byte[] blanks = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int megabyte = 0; megabyte < 70; megabyte++) {
                zip.write(blanks);
            }
        }
        assertThatThrownBy(() -> new EditedTable(file, "Themes").forEach(_ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("themes.xlsx is not read", "packed bytes unpack to more than", "as CSV");
    }

    @Test
    void workbookCutOffIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("themes.xlsx"), "PK and no more");
        assertThatThrownBy(() -> new EditedTable(file, "Themes").forEach(_ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the file is damaged or was cut off");
    }
}
