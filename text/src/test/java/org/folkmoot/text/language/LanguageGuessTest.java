package org.folkmoot.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {
    @ParameterizedTest
    @CsvSource({
        "en, The ferry should run every hour",
        "en, more benches and fewer cars please",
        "en, friendly staff clean rooms good food",
        "cy, Mae angen mwy o goed yn y parc",
        "cy, Dylai'r llyfrgell agor bob dydd Sadwrn",
        "de, Der Radweg ist viel zu schmal",
        "de, Wurzeln sprengen den Asphalt überall",
        "fr, Les trains sont toujours pleins le matin",
        "es, La biblioteca siempre cierra demasiado temprano",
        "pl, Chodniki są zawsze pełne liści jesienią",
        "pt, A biblioteca fecha sempre muito cedo",
        "it, La biblioteca chiude sempre troppo presto",
        "nl, De bibliotheek gaat altijd te vroeg dicht",
        "ro, Biblioteca se închide întotdeauna prea devreme",
        "tr, Kütüphane her zaman çok erken kapanıyor",
        "so, Maktabaddu had iyo jeer way xidhan tahay",
        "ur, لائبریری ہمیشہ بہت جلد بند ہو جاتی ہے",
        "ar, المكتبة تغلق دائما في وقت مبكر جدا",
        "fa, کتابخانه همیشه خیلی زود بسته می‌شود",
        "zh, 图书馆关门太早",
        "ja, 図書館はいつも早く閉まります",
        "ko, 도서관이 너무 일찍 닫아요",
        "hi, पुस्तकालय हमेशा बहुत जल्दी बंद हो जाता है",
        "pa, ਲਾਇਬ੍ਰੇਰੀ ਹਮੇਸ਼ਾ ਜਲਦੀ ਬੰਦ ਹੁੰਦੀ ਹੈ",
        "ru, Библиотека всегда закрывается слишком рано"
    })
    void sentencesAreRecognised(String language, String sentence) {
        assertThat(LanguageGuess.of(sentence)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"en, Too expensive", "de, zu teuer", "cy, Parcio am ddim", "zh, 太贵了"})
    void smallWordsAndScriptsDecideShortTexts(String language, String answer) {
        assertThat(LanguageGuess.of(answer)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "42", "Parking", "Radweg am Rhein", "Wi-Fi", "\uD83D\uDC4D", "Trop cher"})
    void whatCannotBeToldIsUndetermined(String answer) {
        assertThat(LanguageGuess.of(answer)).isEqualTo(LanguageGuess.UNDETERMINED);
    }

    @Test
    void aForeignWordDoesNotChangeTheLanguage() {
        assertThat(LanguageGuess.of("We met at the Gasthaus zum Löwen and the Eisteddfod was the best part of it"))
                .isEqualTo("en");
    }

    @Test
    void threadsAgree() {
        List<String> sentences = List.of("Les trains sont toujours pleins", "La biblioteca siempre cierra temprano");
        List<String> alone = sentences.stream().map(LanguageGuess::of).toList();
        List<String> together = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> LanguageGuess.of(sentences.get(i % 2)))
                .toList();
        assertThat(together)
                .isEqualTo(
                        IntStream.range(0, 400).mapToObj(i -> alone.get(i % 2)).toList());
    }
}
