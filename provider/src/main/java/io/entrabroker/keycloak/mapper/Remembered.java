package io.entrabroker.keycloak.mapper;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.UserModel;

/**
 * What sign-ins have given to somebody, so that it can be taken away when nothing speaks of it any
 * more.
 */
record Remembered(UserModel user, String attribute) {

  Set<String> names() {
    return user.getAttributeStream(attribute).collect(Collectors.toCollection(TreeSet::new));
  }

  void change(Set<String> given, Set<String> taken) {
    Set<String> names = names();
    Set<String> before = new TreeSet<>(names);
    names.addAll(given);
    names.removeAll(taken);
    if (!names.equals(before)) {
      user.setAttribute(attribute, List.copyOf(names));
    }
  }
}
