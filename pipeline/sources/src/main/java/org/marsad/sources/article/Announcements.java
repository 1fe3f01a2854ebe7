// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.regex.Pattern;

/** Lines by which a page says, in its own words, that what follows is not the article. */
final class Announcements {
  private static final int LONGEST_POINTER = 150;
  private static final int LONGEST_HEADING = 60;

  private static final Pattern POINTER =
      Pattern.compile(
          "(?iu)^[^\\p{L}\\p{N}]*(?:read (?:more|also|next)|also (?:read|on\\b)|see also|related\\b|more:|watch:|advertisement"
              + "|share (?:this|on)|follow us|click here|sign up|subscribe (?:to|now)|most (?:read|viewed|popular)"
              + "|latest news[^\\p{L}\\p{N}]*$|more (?:from|on|stories)\\b.{0,40}$|tags?[^\\p{L}\\p{N}]*$|topics[^\\p{L}\\p{N}]*$|filed under"
              + "|lire (?:aussi|également|la suite)|à lire|voir aussi|lisez aussi|sur le même (?:sujet|thème)"
              + "|articles? (?:similaires?|liés?|connexes?|recommandés?)|à la une[^\\p{L}\\p{N}]*$|les plus lus[^\\p{L}\\p{N}]*$"
              + "|publicité[^\\p{L}\\p{N}]*$|partage[rz]\\b.{0,50}$|suivez-nous|abonnez-vous|inscrivez-vous à (?:notre|la)"
              + "|s’abonner|mots[- ]clés|étiquettes\\b|page suivante|pages? ?: ?\\d"
              + "|(?:lea|lee|leer) (?:también|más)|ver también|te puede interesar|relacionad[oa]s?\\b|noticias relacionadas"
              + "|lo más (?:leído|visto)[^\\p{L}\\p{N}]*$|otras noticias[^\\p{L}\\p{N}]*$|más información[^\\p{L}\\p{N}]*$|archivado en|publicidad[^\\p{L}\\p{N}]*$"
              + "|comparti[rd]\\b.{0,50}$|suscríbe|leia (?:também|mais)"
              + "|lesen sie (?:auch|mehr)|mehr zum thema|mehr (?:dazu|aus|von)\\b.{0,40}$|das könnte (?:sie|dich)"
              + "|auch interessant|anzeige[^\\p{L}\\p{N}]*$|werbung[^\\p{L}\\p{N}]*$|meistgelesen|teilen[^\\p{L}\\p{N}]*$|zum newsletter|newsletter[^\\p{L}\\p{N}]*$"
              + "|إ?[اأ]?قر[أا]\\s?(?:أيضا|كذلك|المزيد)|إقرأ|اقرأ|طالع|شاهد أيض|للمزيد|تابعونا|تابعنا"
              + "|(?:مقالات|مواضيع|أخبار) (?:ذات صلة|مشابهة|متعلقة|قد تهمك)|قد يهمك|قد يعجبك"
              + "|-?\\s?(?:إعلان|إشهار)[^\\p{L}\\p{N}]*$|الأكثر (?:قراءة|مشاهدة)|آخر الأخبار[^\\p{L}\\p{N}]*$|الوسوم|كلمات (?:دلالية|مفتاحية)"
              + "|شارك(?:ها)? (?:على|المقال|هذا)|انشر|читайте также)");

  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?iu)^[^\\p{L}\\p{N}]*(?:\\p{Nd}+ )?(?:(?:reader )?comments?|commentaires?|(?:vos |les )?réactions|réflexions? (?:au sujet|sur)\\b.*"
              + "|(?:vos |les )?avis des lecteurs|comentarios?|(?:leser)?kommentare?|leserbriefe|responses|replies to\\b.*"
              + "|leave a (?:comment|reply)|laisser un commentaire|dejar? un comentario|deja una respuesta|join the (?:conversation|discussion)"
              + "|(?:ال)?تعليقات?(?: الزوار| القراء)?|تعليق واحد|تعليقان|أضف تعليق(?:ا|ك)?|ردود الفعل)"
              + "(?:\\s?[:(]?\\s?\\(?\\p{Nd}*\\)?\\s?:?|\\s?\\p{Nd}* ?(?:on|sur|على|zu)\\b.*)[^\\p{L}\\p{N}]*$");

  /** Of a ticker's entry. */
  private static final Pattern TIME_ONLY = Pattern.compile("\\p{Nd}{1,2}\\s?[:hH]\\s?\\p{Nd}{2}");

  private Announcements() {}

  /** A line that leads elsewhere, or a label that says nothing. */
  static boolean leadsElsewhere(String text) {
    return text.length() <= LONGEST_POINTER
        && (POINTER.matcher(text).find() || TIME_ONLY.matcher(text).matches());
  }

  /** A heading above readers' comments. */
  static boolean opensComments(String text) {
    return text.length() <= LONGEST_HEADING && COMMENTS.matcher(text).matches();
  }
}
