package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;

/// The passages of one theme that the report can show: of each distinct text one, those coded with most confidence
/// kept, and the number of those that cannot be shown.
public final class ThemePassages {
    /// Most confident first, in a tie the one received first.
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble((Candidate c) -> -c.confidence())
            .thenComparingInt(c -> c.passage().answer())
            .thenComparingInt(c -> c.passage().span().start());

    private final int most;
    private final PriorityQueue<Candidate> kept = new PriorityQueue<>(BEST_FIRST.reversed());
    private final BitSet texts = new BitSet();
    private int publishable;
    private int repeated;
    private int withoutConsent;
    private int personal;
    private int lastAnswer = -1;

    ThemePassages(int most) {
        this.most = most;
    }

    record Candidate(Passage passage, float confidence) {}

    void add(int answer, Span span, float confidence, int distinctText, Publishable rules) {
        if (!rules.consents(answer)) {
            withoutConsent++;
        } else if (rules.isPersonal(answer, span)) {
            personal++;
        } else if (distinctText >= 0 && texts.get(distinctText) && !isOfLastAnswer(answer)) {
            repeated++;
        } else {
            if (distinctText >= 0) {
                texts.set(distinctText);
            }
            lastAnswer = answer;
            publishable++;
            keep(answer, span, confidence);
        }
    }

    private void keep(int answer, Span span, float confidence) {
        Candidate least = kept.size() < most ? null : kept.peek();
        if (least != null && confidence < least.confidence()) {
            return;
        }
        kept.add(new Candidate(new Passage(answer, span), confidence));
        if (kept.size() > most) {
            kept.remove();
        }
    }

    /// An answer may carry a theme in several passages; only other answers with its text repeat it.
    private boolean isOfLastAnswer(int answer) {
        return answer == lastAnswer;
    }

    List<Candidate> best() {
        List<Candidate> best = new ArrayList<>(kept);
        best.sort(BEST_FIRST);
        return best;
    }

    public int publishable() {
        return publishable;
    }

    public int repeated() {
        return repeated;
    }

    public int withoutConsent() {
        return withoutConsent;
    }

    public int personal() {
        return personal;
    }
}
