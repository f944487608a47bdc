package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ByteRowsTest {
    @Test
    void numbersAreOffByAtMostHalfAStep() {
        float[] row = new float[101];
        for (int j = 0; j < row.length; j++) {
            row[j] = (float) Math.sin(j) * 3;
        }
        var rows = new ByteRows(new float[][] {new float[101], row});
        float[] sum = new float[101];
        rows.add(1, 0, sum);
        rows.add(2, 1, sum);
        rows.add(-1, 1, sum);
        assertThat(sum).containsExactly(row, Offset.offset(3f / 254 + 1e-5f));
    }

    @Test
    void largestNumbersAreKept() {
        var rows = new ByteRows(new float[][] {{-5, 5, 0}});
        float[] sum = {1, 1, 1};
        rows.add(2, 0, sum);
        assertThat(sum).containsExactly(new float[] {-9, 11, 1}, Offset.offset(1e-5f));
    }
}
