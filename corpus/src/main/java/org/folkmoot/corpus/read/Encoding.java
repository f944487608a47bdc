package org.folkmoot.corpus.read;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.corpus.Source;

/// How a text file's bytes become characters, found out from all of its bytes.
///
/// @param charset to decode with
/// @param bom length of the byte order mark to skip, 0 if there is none
record Encoding(Charset charset, int bom) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /// For a person to read.
    String label() {
        return charset.name() + (bom > 0 ? " with byte order mark" : "");
    }

    /// Detects by byte order mark, then by where NUL bytes stand (UTF-16), then by whether all bytes are UTF-8;
    /// the rest is windows-1252, with a warning that shows the proof. Bytes that are in part UTF-8 and in part
    /// not are refused: either reading would alter words.
    static Encoding detect(Path path, String file, Faults faults) throws IOException, Unreadable {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(1 << 16);
        }
        int first = head.length > 0 ? head[0] & 0xFF : -1;
        int second = head.length > 1 ? head[1] & 0xFF : -1;
        if (first == 0xFF && second == 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0xFE && second == 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        boolean utf8Mark = first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & 0xFF) == 0xBF;
        if (!utf8Mark) {
            Charset wide = wide(head);
            if (wide != null) {
                return new Encoding(wide, 0);
            }
        }
        Scan scan = Scan.of(path);
        if (scan.invalid == 0) {
            return new Encoding(StandardCharsets.UTF_8, utf8Mark ? 3 : 0);
        }
        var whole = new Source(file, "", 0);
        String proof = "byte 0x%02X in line %,d".formatted(scan.firstByte, scan.firstLine);
        if (utf8Mark || scan.multibyte > scan.invalid) {
            faults.error(
                    "mixed-encoding",
                    whole,
                    "",
                    ("non-ASCII characters: %,d are UTF-8, %,d are not; the first of these is %s. The file was cut off or pasted"
                                    + " together from two encodings")
                            .formatted(scan.multibyte, scan.invalid, proof),
                    "export it again as \"CSV UTF-8\", or correct the line named");
            throw new Unreadable(faults.all().getFirst());
        }
        if (scan.undefined > 0) {
            faults.error(
                    "unknown-encoding",
                    whole,
                    "",
                    "neither UTF-8 nor windows-1252: %,d bytes have no meaning in either; the first that is not UTF-8 is %s"
                            .formatted(scan.undefined, proof),
                    "export it again as \"CSV UTF-8\"");
            throw new Unreadable(faults.all().getFirst());
        }
        String character = new String(new byte[] {(byte) scan.firstByte}, WINDOWS);
        faults.warning(
                "encoding",
                whole,
                "",
                "not UTF-8: %s and %,d more; read as windows-1252, where it is \"%s\""
                        .formatted(proof, scan.invalid - 1, character),
                "check accents and quotation marks in the samples; if they are wrong, export again as \"CSV UTF-8\"");
        return new Encoding(WINDOWS, 0);
    }

    /// UTF-16 without a byte order mark shows as NUL in every other byte of mostly Latin text.
    private static @org.jspecify.annotations.Nullable Charset wide(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = head.length / 2;
        if (pairs < 4) {
            return null;
        }
        if (odd > pairs / 2 && even < pairs / 20) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > pairs / 2 && odd < pairs / 20) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /// One pass over all bytes, eight at a time while they are ASCII.
    private static final class Scan {
        private static final long HIGH = 0x8080808080808080L;

        private long multibyte;
        private long invalid;
        private long undefined;
        private int firstByte;
        private long firstLine;
        private int lead;
        private int pending;
        private int low;
        private int high;

        static Scan of(Path path) throws IOException {
            var scan = new Scan();
            byte[] block = new byte[1 << 16];
            long start = 0;
            try (InputStream in = Files.newInputStream(path)) {
                for (int n = in.readNBytes(block, 0, block.length); n > 0; n = in.readNBytes(block, 0, block.length)) {
                    long before = scan.invalid;
                    int at = scan.block(block, n);
                    if (before == 0 && scan.invalid > 0) {
                        scan.firstLine = lineOf(path, start + at);
                    }
                    start += n;
                }
            }
            if (scan.pending > 0) {
                scan.invalid++;
                if (scan.invalid == 1) {
                    scan.firstByte = scan.lead;
                    scan.firstLine = lineOf(path, start - 1);
                }
            }
            return scan;
        }

        /// Returns the offset of the first invalid byte, if it is the first of all.
        private int block(byte[] bytes, int n) {
            int at = 0;
            int i = 0;
            while (i < n) {
                if (pending == 0 && i + 8 <= n && ((long) LONGS.get(bytes, i) & HIGH) == 0) {
                    i += 8;
                    continue;
                }
                int b = bytes[i] & 0xFF;
                boolean fine = pending > 0 ? follow(b) : begin(b);
                if (!fine) {
                    if (invalid == 0) {
                        firstByte = pending > 0 ? lead : b;
                        at = i;
                    }
                    invalid++;
                    boolean again = pending > 0;
                    pending = 0;
                    if (again) {
                        continue;
                    }
                }
                switch (b) {
                    case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> undefined++;
                    default -> {}
                }
                i++;
            }
            return at;
        }

        private boolean begin(int b) {
            low = 0x80;
            high = 0xBF;
            lead = b;
            if (b < 0x80) {
                return true;
            }
            if (b >= 0xC2 && b <= 0xDF) {
                pending = 1;
            } else if (b >= 0xE0 && b <= 0xEF) {
                pending = 2;
                low = b == 0xE0 ? 0xA0 : 0x80;
                high = b == 0xED ? 0x9F : 0xBF;
            } else if (b >= 0xF0 && b <= 0xF4) {
                pending = 3;
                low = b == 0xF0 ? 0x90 : 0x80;
                high = b == 0xF4 ? 0x8F : 0xBF;
            } else {
                return false;
            }
            return true;
        }

        private boolean follow(int b) {
            if (b < low || b > high) {
                return false;
            }
            low = 0x80;
            high = 0xBF;
            if (--pending == 0) {
                multibyte++;
            }
            return true;
        }

        private static long lineOf(Path path, long offset) throws IOException {
            long line = 1;
            byte[] block = new byte[1 << 16];
            try (InputStream in = Files.newInputStream(path)) {
                long left = offset;
                while (left > 0) {
                    int n = in.readNBytes(block, 0, (int) Math.min(block.length, left));
                    if (n <= 0) {
                        break;
                    }
                    for (int i = 0; i < n; i++) {
                        line += block[i] == '\n' ? 1 : 0;
                    }
                    left -= n;
                }
            }
            return line;
        }
    }
}
