package org.folkmoot.server.identity;

import java.util.Optional;
import org.folkmoot.server.audit.KnownThings;
import org.springframework.stereotype.Component;

/// Calls people in the history by their names.
@Component
class KnownPeople implements KnownThings {
    private final People people;

    KnownPeople(People people) {
        this.people = people;
    }

    @Override
    public Optional<String> name(long chain, Thing thing) {
        return thing.kind().equals("person") && thing.id().matches("\\d{1,18}")
                ? people.byId(Long.parseLong(thing.id())).map(People.Person::name)
                : Optional.empty();
    }
}
