package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.junit.jupiter.api.Test;

class OpeningModelsTest {
    @Test
    void givesTheTransformersVectors() {
        List<String> texts = List.of("The ferry is late.", "Open the pool.");
        try (OpeningModels models = OpeningModels.start(new Crew(1));
                TransformerEmbedder transformer = TransformerEmbedder.open(new Crew(1))) {
            assertThat(models.dimension()).isEqualTo(transformer.dimension());
            assertThat(models.embed(texts, Progress.SILENT).values())
                    .isEqualTo(transformer.embed(texts, Progress.SILENT).values());
        }
    }

    @Test
    void whatIsClosedOpensNothingAnyMore() {
        OpeningModels.start(new Crew(1)).close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("opening the transformer");
    }

    @Test
    void passagesAreNotReadTwice() {
        try (OpeningModels models = OpeningModels.start(new Crew(1))) {
            var read = PassageVectors.of(0, List.of("The ferry is late. Open the pool."), models, Progress.SILENT);
            int[] asked = {0};
            var known = new KnownVectors(new org.folkmoot.text.embed.Embedder() {
                        @Override
                        public int dimension() {
                            return models.dimension();
                        }

                        @Override
                        public org.folkmoot.text.vector.Vectors embed(List<String> texts, Progress progress) {
                            asked[0] += texts.size();
                            return models.embed(texts, progress);
                        }
                    })
                    .with(read);
            var again = known.embed(List.of("Open the pool.", "Mend the weir.", "Mend the weir."), Progress.SILENT);
            assertThat(asked[0]).isEqualTo(1);
            assertThat(again.row(0)).isEqualTo(read.vectors().row(1));
            assertThat(again.row(1)).isEqualTo(again.row(2));
        }
    }
}
