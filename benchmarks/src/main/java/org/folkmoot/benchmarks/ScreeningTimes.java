package org.folkmoot.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.folkmoot.text.Progress;
import org.folkmoot.text.duplicate.DuplicateGroups;
import org.folkmoot.text.duplicate.NearDuplicates;
import org.folkmoot.text.language.LanguageGuess;
import org.folkmoot.text.passage.NoView;
import org.folkmoot.text.passage.Passages;
import org.folkmoot.text.privacy.PersonalDataFinder;

/// Prints how long the stages before embedding take on made-up texts of 60 words: near-duplicates (three texts in ten
/// are copies of letters with up to 15 % of words changed), passages, no-view answers, language, personal data.
///
/// Arguments: numbers of texts, e.g. `10000 100000 1000000`. CPU seconds are of all threads; wall seconds depend on
/// what else the machine does.
public final class ScreeningTimes {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final String[] SMALL = {
        "the", "and", "to", "that", "for", "they", "with", "have", "this", "it", "be", "not", "are", "is", "in", "of",
        "a"
    };

    private final SplittableRandom random = new SplittableRandom(5);
    private final String[] vocabulary = new String[20_000];

    private ScreeningTimes() {
        for (int i = 0; i < vocabulary.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            vocabulary[i] = word.toString();
        }
    }

    public static void main(String[] args) {
        for (String size : args.length == 0 ? new String[] {"10000", "100000", "1000000"} : args) {
            List<String> texts = new ScreeningTimes().texts(Integer.parseInt(size));
            duplicates(texts);
            List<String> some = texts.subList(0, Math.min(100_000, texts.size()));
            each("passages", some, text -> Passages.of(text).size());
            each("no view", some, text -> NoView.of(text) == NoView.VIEW ? 1 : 0);
            each("language", some, text -> LanguageGuess.of(text).length());
            each("personal data", some, text -> PersonalDataFinder.find(text).size());
        }
    }

    private static void duplicates(List<String> texts) {
        System.gc();
        long before = heap();
        long[] most = {0};
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        Progress watch = (_, _, _) -> most[0] = Math.max(most[0], heap() - before);
        DuplicateGroups groups = NearDuplicates.of(texts, NearDuplicates.Options.DEFAULT, watch);
        System.out.printf(
                Locale.ROOT,
                "near-duplicates of %,d texts: %.1f s CPU, %.1f s wall, at most %d MB more heap; %,d distinct%n",
                texts.size(),
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
                (System.nanoTime() - wall) / 1e9,
                most[0] >> 20,
                groups.distinct());
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// One thread, the best of five runs.
    private static void each(String name, List<String> texts, ToIntFunction<String> stage) {
        long least = Long.MAX_VALUE;
        long sum = 0;
        for (int run = 0; run < 5; run++) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (String text : texts) {
                sum += stage.applyAsInt(text);
            }
            least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
        }
        System.out.printf(
                Locale.ROOT, "%s: %,.0f texts a CPU second (checksum %d)%n", name, texts.size() * 1e9 / least, sum);
    }

    private List<String> texts(int n) {
        List<List<String>> letters = new ArrayList<>();
        for (int i = 0; i < Math.max(1, n / 1000); i++) {
            letters.add(words(40 + random.nextInt(80)));
        }
        List<String> texts = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            List<String> words = words(60);
            if (random.nextInt(10) < 3) {
                words = new ArrayList<>(letters.get(random.nextInt(letters.size())));
                double changed = (i % 4) * 0.05;
                words.replaceAll(word -> random.nextDouble() < changed ? word() : word);
            }
            texts.add(sentences(words));
        }
        return texts;
    }

    private List<String> words(int n) {
        List<String> words = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            words.add(word());
        }
        return words;
    }

    private String word() {
        double u = random.nextDouble();
        return random.nextInt(3) == 0
                ? SMALL[random.nextInt(SMALL.length)]
                : vocabulary[(int) (vocabulary.length * u * u)];
    }

    private static String sentences(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(i == 0 ? "" : i % 15 == 0 ? ". " : " ").append(words.get(i));
        }
        return text.append('.').toString();
    }
}
