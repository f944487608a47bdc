package org.folkmoot.text;

/// A half-open range `[start, end)` of UTF-16 code units (Java and JavaScript string indices) in one text.
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span must have 0 <= start <= end: [" + start + ", " + end + ")");
        }
    }

    public int length() {
        return end - start;
    }

    /// The verbatim characters of `text` that this span covers.
    public String of(String text) {
        return text.substring(start, end);
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
