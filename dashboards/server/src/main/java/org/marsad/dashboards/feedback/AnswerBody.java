// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.index.feedback.Layer;
import org.marsad.index.feedback.ReviewQueue;

/**
 * What a person says of a text: only the layers that they answer.
 *
 * @param contentHash of the wording that they have read
 * @param queue from which they have the text; OWN where they came across it
 * @param intensity 0 to 5
 * @param targets codes; an empty list says that there are none
 * @param frames as targets
 * @param cannotSay the layers of which they cannot tell
 */
record AnswerBody(
    String contentHash,
    ReviewQueue queue,
    @Nullable Boolean relevant,
    @Nullable Stance stance,
    @Nullable Integer intensity,
    @Nullable List<String> targets,
    @Nullable List<String> frames,
    @Nullable Boolean offensive,
    @Nullable List<String> cannotSay) {
  /** The codebook calls nothing hostile that is weaker. */
  private static final int LEAST_HOSTILE = 2;

  /**
   * @throws org.marsad.dashboards.http.InvalidBodyException with all that is wrong
   */
  static AnswerBody of(JsonBody body) {
    AnswerBody answer =
        new AnswerBody(
            body.required("contentHash"),
            body.required("queue", ReviewQueue.class),
            body.flag("relevant"),
            body.oneOf("stance", Stance.class),
            body.number("intensity"),
            body.has("targets") ? body.texts("targets") : null,
            body.has("frames") ? body.texts("frames") : null,
            body.flag("offensive"),
            body.texts("cannotSay"));
    answer.check(body);
    return answer;
  }

  private void check(JsonBody body) {
    Map<Layer, List<String>> given = values();
    given.forEach(
        (layer, values) -> {
          if (!layer.accepts(values)) {
            body.fault(key(layer), "is none of " + layer.codes() + ", or has one of them twice");
          }
        });
    List<String> keys = Arrays.stream(Layer.values()).map(AnswerBody::key).toList();
    for (String unsaid : cannotSay == null ? List.<String>of() : cannotSay) {
      if (!keys.contains(unsaid)) {
        body.fault("cannotSay", "holds what is none of " + keys);
      } else if (given.keySet().stream().anyMatch(layer -> key(layer).equals(unsaid))) {
        body.fault("cannotSay", "names " + unsaid + ", which is answered too");
      }
    }
    if (given.isEmpty() && (cannotSay == null || cannotSay.isEmpty())) {
      body.fault("relevant", "and all other layers are missing; answer one");
    }
    if (Boolean.FALSE.equals(relevant) && (stance != null || intensity != null)) {
      body.fault("relevant", "is false, and such a text has neither stance nor intensity");
    }
    if (stance == Stance.HOSTILE && intensity != null && intensity < LEAST_HOSTILE) {
      body.fault("intensity", "is below 2, and by the codebook such a text is not HOSTILE");
    }
    body.check();
  }

  /** The answered layers. */
  Map<Layer, List<String>> values() {
    Map<Layer, List<String>> values = new EnumMap<>(Layer.class);
    put(values, Layer.RELEVANT, relevant);
    put(values, Layer.STANCE, stance);
    put(values, Layer.INTENSITY, intensity);
    put(values, Layer.OFFENSIVE, offensive);
    if (targets != null) {
      values.put(Layer.TARGETS, targets);
    }
    if (frames != null) {
      values.put(Layer.FRAMES, frames);
    }
    return values;
  }

  /** The layers that the person cannot tell. */
  List<Layer> unsaid() {
    List<Layer> unsaid = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      if (cannotSay != null && cannotSay.contains(key(layer))) {
        unsaid.add(layer);
      }
    }
    return unsaid;
  }

  private static String key(Layer layer) {
    return layer.name().toLowerCase(Locale.ROOT);
  }

  private static void put(Map<Layer, List<String>> values, Layer layer, @Nullable Object value) {
    if (value != null) {
      values.put(layer, List.of(value.toString()));
    }
  }
}
