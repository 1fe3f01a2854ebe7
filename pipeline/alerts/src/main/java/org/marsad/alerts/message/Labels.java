// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.util.Map;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.message.Message.Link;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.subscription.ChannelKind;

/**
 * What Marsad's terms are called in a language, in the words of the dashboard. A name that nobody
 * knows, such as that of a later version, stands for itself.
 */
public final class Labels {
  private final Catalogue words;

  private Labels(Catalogue words) {
    this.words = words;
  }

  /**
   * @param language ar, fr or en; English for any other
   */
  public static Labels of(String language) {
    return new Labels(Catalogue.of(language));
  }

  /**
   * @param name of a {@link org.marsad.classifiers.Stance}
   */
  public String stance(String name) {
    return label("stance", name);
  }

  /**
   * @param name of a {@link org.marsad.classifiers.Target}
   */
  public String target(String name) {
    return label("target", name);
  }

  /**
   * @param name of a {@link org.marsad.classifiers.Frame}
   */
  public String frame(String name) {
    return label("frame", name);
  }

  /**
   * @param code as {@link org.marsad.classifiers.Assessment#language} has it
   */
  public String language(String code) {
    return label("language", code);
  }

  /** "3 of 5: insult, slur or degradation". */
  public String severity(int level) {
    return words.text(
        "severity", Map.of("level", level, "words", label("intensity", String.valueOf(level))));
  }

  /** In the plural, as a heading over values. */
  public String dimension(Dimension dimension) {
    return label("dimension", dimension.name());
  }

  /** What a button or a link says. */
  public String link(Link link) {
    return switch (link) {
      case INCIDENT -> words.text("action.see");
      case CONFIRM -> words.text("confirm.action");
      case UNSUBSCRIBE -> words.text("action.unsubscribe");
    };
  }

  /** "once a day". */
  public String cadence(Cadence cadence) {
    return label("cadence", cadence.name());
  }

  public String channel(ChannelKind channel) {
    return label("channel", channel.name());
  }

  private String label(String group, String name) {
    String key = group + "." + name;
    return words.has(key) ? words.text(key) : Foreign.name(name);
  }
}
