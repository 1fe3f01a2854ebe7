// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * All terms in one trie, found in one walk. A term starts where a word starts, or after the
 * proclitics of an Arabic word; it ends where a word ends, or, written with a final {@code *},
 * anywhere in a word (the hit then covers the whole word). Of the terms of one layer that start at
 * the same place the longest wins. Thread-safe once built.
 */
public final class Lexicon {
  /** Proclitics of Arabic and Darija, longest first. */
  private static final String[] PROCLITICS = {
    "وبال", "وكال", "وفال", "وهال", "ودال", "فهاد", "وال", "بال", "كال", "فال", "هال", "دال", "ولل",
    "لل", "ال", "وب", "ول", "وف", "ود", "و", "ب", "ف", "ل", "ك", "د"
  };

  private static final int LONGEST_WALK = 80;

  private final Node root = new Node();

  /** Adds a term: normalised words separated by single spaces, the last perhaps with a star. */
  public void add(String term, Entry entry) {
    boolean open = term.endsWith("*");
    String letters = open ? term.substring(0, term.length() - 1) : term;
    Node node = root;
    for (int i = 0; i < letters.length(); i++) {
      node = node.grow(letters.charAt(i));
    }
    if (open) {
      node.open = with(node.open, entry);
    } else {
      node.closed = with(node.closed, entry);
    }
  }

  private static Entry[] with(Entry @Nullable [] entries, Entry entry) {
    if (entries == null) {
      return new Entry[] {entry};
    }
    Entry[] more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = entry;
    return more;
  }

  /** Every term in the text, in the order of its start. */
  public List<Hit> scan(NormalText text) {
    List<Hit> hits = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (!isWord(text.charAt(i))) {
        i++;
        continue;
      }
      int end = wordEnd(text, i);
      for (int start : starts(text, i, end)) {
        walk(text, start, i, hits);
      }
      i = end;
    }
    return hits;
  }

  /** Where a term may start in the word text[start, end): at its start or after a proclitic. */
  public int[] starts(NormalText text, int start, int end) {
    if (!isArabic(text.charAt(start))) {
      return new int[] {start};
    }
    int[] starts = new int[PROCLITICS.length + 1];
    starts[0] = start;
    int count = 1;
    for (String proclitic : PROCLITICS) {
      if (end - start - proclitic.length() >= 3 && startsWith(text, start, proclitic)) {
        starts[count++] = start + proclitic.length();
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Every term of one whole word, with one of its entries. */
  public Map<String, Entry> words() {
    Map<String, Entry> words = new TreeMap<>();
    root.addWordsTo(words, new StringBuilder());
    return words;
  }

  private void walk(NormalText text, int start, int wordStart, List<Hit> hits) {
    Node node = root;
    int limit = Math.min(text.length(), start + LONGEST_WALK);
    int i = start;
    int firstOfThisWalk = hits.size();
    while (i < limit) {
      char c = text.charAt(i);
      int next = i + 1;
      if (!isWord(c)) {
        c = ' ';
        while (next < limit && isJoint(text.charAt(next)) && isJoint(text.charAt(i))) {
          next++;
        }
      }
      Node child = node.child(c);
      if (child == null) {
        return;
      }
      node = child;
      i = next;
      if (node.open != null) {
        found(node.open, start, wordEnd(text, i), wordStart, hits, firstOfThisWalk);
      }
      if (node.closed != null && (i >= text.length() || !isWord(text.charAt(i)))) {
        found(node.closed, start, i, wordStart, hits, firstOfThisWalk);
      }
    }
  }

  private static void found(
      Entry[] entries, int start, int end, int wordStart, List<Hit> hits, int firstOfThisWalk) {
    for (Entry entry : entries) {
      for (int k = hits.size() - 1; k >= firstOfThisWalk; k--) {
        if (hits.get(k).entry().layer() == entry.layer() && hits.get(k).end() < end) {
          hits.remove(k);
        }
      }
      hits.add(new Hit(start, end, wordStart, entry));
    }
  }

  private static int wordEnd(NormalText text, int i) {
    int end = i;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean startsWith(NormalText text, int at, String prefix) {
    for (int k = 0; k < prefix.length(); k++) {
      if (at + k >= text.length() || text.charAt(at + k) != prefix.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char c) {
    return Letters.isLetterOrDigit(c);
  }

  private static boolean isJoint(char c) {
    return c == ' ' || c == '-' || c == '\'' || c == '#';
  }

  private static boolean isArabic(char c) {
    return c >= 0x0600 && c < 0x0700;
  }

  private static final class Node {
    private char[] letters = {};
    private Node[] children = {};
    private Entry @Nullable [] closed;
    private Entry @Nullable [] open;

    private @Nullable Node child(char c) {
      int at = Arrays.binarySearch(letters, c);
      return at < 0 ? null : children[at];
    }

    private void addWordsTo(Map<String, Entry> words, StringBuilder path) {
      if (closed != null) {
        words.put(path.toString(), closed[0]);
      }
      for (int i = 0; i < letters.length; i++) {
        if (letters[i] != ' ') {
          children[i].addWordsTo(words, path.append(letters[i]));
          path.setLength(path.length() - 1);
        }
      }
    }

    private Node grow(char c) {
      int at = Arrays.binarySearch(letters, c);
      if (at >= 0) {
        return children[at];
      }
      int insert = -at - 1;
      letters = Arrays.copyOf(letters, letters.length + 1);
      children = Arrays.copyOf(children, children.length + 1);
      System.arraycopy(letters, insert, letters, insert + 1, letters.length - insert - 1);
      System.arraycopy(children, insert, children, insert + 1, children.length - insert - 1);
      letters[insert] = c;
      children[insert] = new Node();
      return children[insert];
    }
  }
}
