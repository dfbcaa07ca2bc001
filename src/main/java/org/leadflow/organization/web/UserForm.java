package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Role;

/**
 * A user as a person types him.
 *
 * @param ifMatch the version he has seen, null for a new one
 * @param place see {@link Place}
 * @param skills as {@code language=de, product=crm}
 */
record UserForm(
    @Nullable String ifMatch,
    @Nullable String id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String place,
    @Nullable List<Role> roles,
    @Nullable String calendarId,
    @Nullable String skills) {

  static final UserForm EMPTY = new UserForm(null, "", "", "", "", List.of(Role.SELLER), "", "");

  static UserForm of(UserRecord user, @Nullable String ifMatch) {
    return new UserForm(
        ifMatch,
        user.id(),
        user.name(),
        user.email(),
        Place.written(user.businessUnitId(), user.partnerId()),
        List.copyOf(user.roles()),
        user.calendarId(),
        Typed.skills(user.skills()));
  }

  NewUser created() {
    Place chosen = Place.read(place);
    return new NewUser(
        Typed.text(id),
        Typed.text(name),
        Typed.text(email),
        chosen.unitId(),
        chosen.partnerId(),
        roles == null ? Set.of() : Set.copyOf(roles),
        true,
        Typed.text(calendarId),
        Typed.skills(skills));
  }

  ObjectNode changes() {
    NewUser now = created();
    ObjectNode changes =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", now.name())
            .put("email", now.email())
            .put("businessUnitId", now.businessUnitId())
            .put("partnerId", now.partnerId())
            .put("calendarId", now.calendarId());
    ArrayNode roles = changes.putArray("roles");
    now.roles().forEach(role -> roles.add(role.name()));
    ObjectNode known = changes.putObject("skills");
    now.skills().forEach((name, values) -> values.forEach(known.putArray(name)::add));
    return changes;
  }
}
