// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;

/**
 * Which column, or which field of a JSON object, holds what. Each {@link Field} has a list of
 * names, of which the first with a value counts; a name with dots reaches into nested objects, and
 * one with braces is a {@link Template}.
 *
 * @param kind of the records that do not state theirs; null: as {@link RecordKind} judges it
 * @param variants for records of which a column says that they are of a certain sort; the first
 *     that fits counts
 */
public record FieldMapping(
    Map<Field, List<String>> names, @Nullable DocumentKind kind, List<Variant> variants)
    implements Serializable {

  /**
   * @param values of the column, in any case; none for any value
   * @param mapping what differs from that of the other records, of which it may have variants too
   */
  public record Variant(String column, List<String> values, FieldMapping mapping)
      implements Serializable {
    public Variant {
      values = List.copyOf(values);
    }

    boolean fits(Fields record) {
      String value = record.apply(column);
      return value != null
          && (values.isEmpty() || values.stream().anyMatch(value.strip()::equalsIgnoreCase));
    }
  }

  /** What a record can state, with the names under which exports usually have it. */
  public enum Field {
    ID("id", "_id", "guid", "uuid", "comment_id", "tweet_id", "post_id"),
    URL("url", "link", "permalink", "post_url"),
    TITLE("title", "headline"),
    TEXT("text", "body", "content", "message", "comment", "tweet", "full_text", "articlebody"),
    HTML("html", "page"),
    PUBLISHED(
        "published",
        "date",
        "published_at",
        "publish_date",
        "datepublished",
        "created_at",
        "created",
        "post_created",
        "datetime",
        "timestamp",
        "time"),
    /** The published name of an outlet's author. */
    BYLINE("byline"),
    /** A private person; only the pseudonym is kept. */
    AUTHOR("author", "user", "username", "user_name", "screen_name", "author_id", "user_id"),
    LANGUAGE("language", "lang"),
    KIND("kind"),
    SOURCE("source", "outlet", "source_id"),
    PARENT("parent", "parent_url", "article_url"),
    /** The id of the record that began the conversation; of a comment it is another's. */
    THREAD();

    private final List<String> usual;

    Field(String... usual) {
      this.usual = List.of(usual);
    }
  }

  public static final FieldMapping USUAL = new FieldMapping(Map.of());

  public FieldMapping {
    names = Map.copyOf(names);
    variants = List.copyOf(variants);
  }

  public FieldMapping(Map<Field, List<String>> names) {
    this(names, null, List.of());
  }

  /**
   * @param assignments such as {@code text=body,title=headline,author=user.id}; empty for the usual
   *     names
   * @throws IllegalArgumentException with one message for all faults
   */
  public static FieldMapping parse(String assignments) {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    for (String assignment : assignments.split(",")) {
      if (assignment.isBlank()) {
        continue;
      }
      String[] sides = assignment.split("=", 2);
      if (sides.length < 2 || sides[1].isBlank()) {
        throw new IllegalArgumentException(
            "cannot read the mapping \"" + assignment.strip() + "\"; write field=column");
      }
      Field field = field(sides[0].strip());
      if (names.put(field, List.of(sides[1].strip())) != null) {
        throw new IllegalArgumentException(
            "the mapping names " + field.name().toLowerCase(Locale.ROOT) + " twice; name it once");
      }
    }
    return new FieldMapping(names);
  }

  /** The same, but that no name holds the field. */
  FieldMapping without(Field field) {
    return new FieldMapping(Map.of(field, List.of())).over(this);
  }

  /** The other mapping, but what this one says takes the place of what that one says. */
  public FieldMapping over(FieldMapping other) {
    Map<Field, List<String>> merged = new EnumMap<>(Field.class);
    merged.putAll(other.names);
    merged.putAll(names);
    DocumentKind ruled = kind != null || isGiven(Field.KIND) ? kind : other.kind;
    List<Variant> ruledVariants =
        other.variants.stream()
            .map(each -> new Variant(each.column(), each.values(), over(each.mapping())))
            .toList();
    return new FieldMapping(merged, ruled, ruledVariants);
  }

  /** For this one record. */
  FieldMapping of(Fields record) {
    for (Variant variant : variants) {
      if (variant.fits(record)) {
        return variant.mapping().of(record).over(this);
      }
    }
    return this;
  }

  /** Whether nothing is said of the columns, so that the file may say it by its own. */
  boolean isOpen() {
    return kind == null
        && variants.isEmpty()
        && names.keySet().stream().allMatch(f -> f == Field.SOURCE || f == Field.KIND);
  }

  /** Whether the user said where the field is. */
  boolean isGiven(Field field) {
    return names.containsKey(field);
  }

  /** The names to look under, best first. */
  List<String> names(Field field) {
    return names.getOrDefault(field, field.usual);
  }

  static Field field(String name) {
    return Arrays.stream(Field.values())
        .filter(field -> field.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown field \"" + name + "\" in the mapping; the fields are " + known()));
  }

  private static String known() {
    return Arrays.stream(Field.values())
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
