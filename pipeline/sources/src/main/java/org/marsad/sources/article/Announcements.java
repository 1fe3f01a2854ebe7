// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.regex.Pattern;

/** Lines by which a page says, in its own words, that what follows is not the article. */
final class Announcements {
  private static final int LONGEST_POINTER = 150;
  private static final int LONGEST_HEADING = 60;
  private static final int LONGEST_NOTICE = 600;
  private static final int LONGEST_RIGHTS = 250;
  private static final int LONGEST_LABEL = 100;

  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?iu)^[^\\p{L}\\p{N}]*(?:\\p{Nd}+ )?(?:(?:reader )?comments?|commentaires?|(?:vos |les )?réactions|réflexions? (?:au sujet|sur)\\b.*"
              + "|(?:vos |les )?avis des lecteurs|comentarios?|(?:leser)?kommentare?|leserbriefe|responses|replies to\\b.*"
              + "|leave a (?:comment|reply)|laisser un commentaire|dejar? un comentario|deja una respuesta|deje su comentario|hinterlasse eine antwort|schreibe einen kommentar|antworten (?:zu|auf)\\b.*|discussion about this post|join the (?:conversation|discussion)"
              + "|(?:ال)?تعليقات?(?: الزوار| القراء)?|تعليق واحد|تعليقان|(?:أضف|اترك|إضافة) تعليق(?:ا|اً|ًا|ك)?|ردود الفعل)"
              + "(?:\\s?[:(]?\\s?\\(?\\p{Nd}*\\)?\\s?:?|\\s?\\p{Nd}* ?(?:on|sur|على|zu)\\b.*)[^\\p{L}\\p{N}]*$");

  /** Of a ticker's entry. */
  private static final Pattern TIME_ONLY = Pattern.compile("\\p{Nd}{1,2}\\s?[:hH]\\s?\\p{Nd}{2}");

  private Announcements() {}

  /** A line that leads elsewhere, a notice of the page's own, or a label that says nothing. */
  static boolean leadsElsewhere(String text) {
    return opensBox(text) || TIME_ONLY.matcher(text).matches();
  }

  /** The same for the first line of an element; a ticker's entries begin with their time. */
  static boolean opensBox(String text) {
    return (text.length() <= LONGEST_POINTER && Phrases.POINTER.matcher(text).find())
        || (text.length() <= LONGEST_NOTICE && Phrases.NOTICE.matcher(text).find())
        || (text.length() <= LONGEST_RIGHTS && Phrases.RIGHTS.matcher(text).find());
  }

  /** A line on an article, such as how long it takes to read. */
  static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL && Phrases.LABEL.matcher(text).matches();
  }

  /** What stands under a picture. */
  static boolean isCredit(String text) {
    return text.length() <= LONGEST_RIGHTS && Phrases.CREDIT.matcher(text).find();
  }

  /** A heading above readers' comments. */
  static boolean opensComments(String text) {
    return text.length() <= LONGEST_HEADING && COMMENTS.matcher(text).matches();
  }
}
