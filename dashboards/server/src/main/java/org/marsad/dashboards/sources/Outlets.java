// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.message.KnownNames;

/** The outlets of the catalogue, by the id that documents carry. */
public final class Outlets {
  private final List<KnownOutlet> all;
  private final Map<String, KnownOutlet> byId;

  public Outlets(List<KnownOutlet> all) {
    this.all = List.copyOf(all);
    this.byId = all.stream().collect(Collectors.toMap(KnownOutlet::id, Function.identity()));
  }

  public List<KnownOutlet> all() {
    return all;
  }

  /** The outlet's name; of an import, which is in no catalogue, its id. */
  public String name(String id) {
    KnownOutlet outlet = byId.get(id);
    return outlet == null ? id : outlet.name();
  }

  /** The outlet's first page; null where that is not known, as of a network. */
  public @Nullable String home(String id) {
    KnownOutlet outlet = byId.get(id);
    return outlet == null ? null : outlet.home();
  }

  /** The languages that it publishes in; none where they are not known, as of a network. */
  public List<String> languages(String id) {
    KnownOutlet outlet = byId.get(id);
    return outlet == null ? List.of() : outlet.languages();
  }

  /** Of outlets and places, as messages and pages show them. */
  public KnownNames names() {
    return new KnownNames(
        all.stream().collect(Collectors.toMap(KnownOutlet::id, KnownOutlet::name)));
  }

  public boolean isFictional(String id) {
    KnownOutlet outlet = byId.get(id);
    return outlet != null && outlet.fictional();
  }

  /** Whether there is an outlet in the catalogue that does not exist. */
  public boolean hasFiction() {
    return all.stream().anyMatch(KnownOutlet::fictional);
  }
}
