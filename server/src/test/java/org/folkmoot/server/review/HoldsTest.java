package org.folkmoot.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two people never get the same answer.
class HoldsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Hilda Holds");
    private static final CodedConsultation CODED = CodedConsultation.in(WORKBENCH, "Holds", LEAD);

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void peopleWhoAskAtOnceGetDifferentAnswers() throws Exception {
        int people = 8;
        List<Person> team = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            team.add(WORKBENCH.member(CODED.consultation(), "Coder " + i, Role.ANALYST));
        }
        List<Long> few = CODED.answers().subList(0, people);
        CyclicBarrier together = new CyclicBarrier(people);
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            for (int round = 0; round < 10; round++) {
                List<Callable<Optional<Long>>> asking = team.stream()
                        .<Callable<Optional<Long>>>map(person -> () -> {
                            together.await();
                            return take(person, few);
                        })
                        .toList();
                Set<Long> taken = new HashSet<>();
                for (Future<Optional<Long>> answer : threads.invokeAll(asking)) {
                    answer.get()
                            .ifPresent(id -> assertThat(taken.add(id))
                                    .as("answer %d given once", id)
                                    .isTrue());
                }
                assertThat(taken).as("nobody waits while answers are free").hasSize(people);
                for (Person person : team) {
                    WORKBENCH
                            .owner()
                            .sql("DELETE FROM hold WHERE person_id = ?")
                            .param(person.id())
                            .update();
                }
            }
        }
    }

    @Test
    void holdEndsByItself() {
        Person first = WORKBENCH.member(CODED.consultation(), "First Holder", Role.ANALYST);
        Person second = WORKBENCH.member(CODED.consultation(), "Second Holder", Role.ANALYST);
        List<Long> one = CODED.answers().subList(20, 21);
        assertThat(take(first, one)).contains(one.getFirst());
        assertThat(take(second, one)).isEmpty();
        WORKBENCH.clock().advance(Holds.LASTS.plusSeconds(1));
        assertThat(take(second, one)).contains(one.getFirst());
        assertThat(take(first, one)).isEmpty();
    }

    private static Optional<Long> take(Person person, List<Long> answers) {
        return Scope.of(CODED.consultation())
                .call(() -> WORKBENCH
                        .bean(Holds.class)
                        .takeFirst(CODED.consultation(), CODED.question(), answers, person.id()));
    }
}
