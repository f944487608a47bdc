package org.folkmoot.server.platform;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The life of a thing as one table: its states, and what leads from one to the next. Buttons, permissions, audit
/// entries and the diagram in the docs are all read from it.
///
/// @param name what lives, e.g. "theme version"
/// @param initial the state in which it begins
/// @param steps every way from one state to another; no two begin in the same state with the same action
/// @param <S> the states
/// @param <R> the rights
public record LifeCycle<S extends Enum<S>, R extends Enum<R>>(String name, S initial, List<Step<S, R>> steps) {
    /// One way from a state to another.
    ///
    /// @param action verb for people, e.g. "sign off": the text of the button
    /// @param right what a person needs to take it, null for what happens of itself
    /// @param audit action in the audit log, e.g. `themes.signed-off`
    public record Step<S extends Enum<S>, R extends Enum<R>>(
            S from, String action, S to, @Nullable R right, String audit) {}

    public LifeCycle {
        steps = List.copyOf(steps);
        Set<String> seen = new HashSet<>();
        Set<S> reached = new HashSet<>(Set.of(initial));
        for (Step<S, R> step : steps) {
            if (!seen.add(step.from + " " + step.action)) {
                throw new IllegalArgumentException(
                        "two steps of a " + name + " begin in " + step.from + " with \"" + step.action + "\"");
            }
        }
        for (int left = steps.size(); left > 0; left--) {
            for (Step<S, R> step : steps) {
                if (reached.contains(step.from)) {
                    reached.add(step.to);
                }
            }
        }
        EnumSet<S> all = EnumSet.allOf(initial.getDeclaringClass());
        all.removeAll(reached);
        if (!all.isEmpty()) {
            throw new IllegalArgumentException("states of a " + name + " that nothing leads to: " + all);
        }
    }

    /// The step that an action takes from a state; none if it may not be taken there.
    public Optional<Step<S, R>> step(S from, String action) {
        return steps.stream()
                .filter(step -> step.from == from && step.action.equals(action))
                .findFirst();
    }

    /// The steps that someone may take from a state, in the order of the table.
    ///
    /// @param holds which rights they have
    public List<Step<S, R>> open(S from, Predicate<R> holds) {
        return steps.stream()
                .filter(step -> step.from == from && step.right != null && holds.test(step.right))
                .toList();
    }

    /// Whether nothing leads out of a state.
    public boolean isEnd(S state) {
        return steps.stream().noneMatch(step -> step.from == state);
    }

    /// The text of a Mermaid state diagram.
    public String mermaid() {
        StringBuilder diagram = new StringBuilder("stateDiagram-v2\n");
        diagram.append("    [*] --> ").append(node(initial)).append('\n');
        for (Step<S, R> step : steps) {
            diagram.append("    ").append(node(step.from)).append(" --> ").append(node(step.to));
            diagram.append(" : ").append(step.action);
            if (step.right != null) {
                diagram.append(" (").append(words(step.right)).append(')');
            }
            diagram.append('\n');
        }
        for (S state : initial.getDeclaringClass().getEnumConstants()) {
            if (isEnd(state)) {
                diagram.append("    ").append(node(state)).append(" --> [*]\n");
            }
        }
        return diagram.toString();
    }

    private static String node(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Enum<?> right) {
        return right.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
