// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What pages write around their articles, by language: regular expressions, one list a kind. A
 * language is added by a line in each; {@code \\b} and {@code \\w} have no place here, since they
 * do not know Arabic letters everywhere.
 */
final class Phrases {
  private static final String BLANKS = "[^\\p{L}\\p{N}]*";
  private static final String END = BLANKS + "$";
  private static final String WORD_END = "(?![\\p{L}\\p{N}])";

  /** The start of a line that leads elsewhere. */
  static final Pattern POINTER =
      startingWith(
          List.of(
              "read (?:more|also|next)|also (?:read|on"
                  + WORD_END
                  + ")|see also|related"
                  + WORD_END
                  + "|more:|watch:|advertisement|share (?:this|on)|follow us|click here|sign up"
                  + "|subscribe (?:to|now)|most (?:read|viewed|popular)|latest news"
                  + END
                  + "|(?:recommended|more) (?:from|on|stories)"
                  + WORD_END
                  + ".{0,40}$|tags?"
                  + END
                  + "|topics"
                  + END
                  + "|filed under|you (?:may|might) also (?:like|be interested)"
                  + "|about the author|written by"
                  + END
                  + "|ready for more",
              "lire (?:aussi|également|la suite)|à lire|voir aussi|lisez aussi"
                  + "|sur le même (?:sujet|thème)|dans la même rubrique|à propos de l[’'](?:auteur|autrice)"
                  + "|articles? (?:similaires?|liés?|connexes?|recommandés?)|à la une"
                  + END
                  + "|les plus lus"
                  + END
                  + "|publicité"
                  + END
                  + "|partage[rz]"
                  + WORD_END
                  + ".{0,50}$|suivez-nous|abonnez-vous|inscrivez-vous à (?:notre|la)|s[’']abonner"
                  + "|mots[- ]clés|étiquettes"
                  + WORD_END
                  + "|page suivante|pages? ?: ?\\d"
                  + "|dernière minute"
                  + END
                  + "|vous aimerez aussi|cela (?:peut|pourrait) vous intéresser",
              "(?:lea|lee|leer) (?:también|más)|ver también|(?:te|le) (?:puede|podría) interesar"
                  + "|relacionad[oa]s?"
                  + WORD_END
                  + "|noticias relacionadas|lo más (?:leído|visto)"
                  + END
                  + "|lo último"
                  + END
                  + "|(?:otras|más) noticias"
                  + END
                  + "|más información"
                  + END
                  + "|archivado en|publicidad"
                  + END
                  + "|comparti[rd]"
                  + WORD_END
                  + ".{0,70}$|suscríbe|síg(?:ue|a)nos|sobre (?:la firma|el autor|la autora)"
                  + "|leia (?:também|mais)|también te puede",
              "lesen sie (?:auch|mehr)|mehr zum thema|mehr (?:dazu|aus|von)"
                  + WORD_END
                  + ".{0,40}$|das könnte (?:sie|dich)|auch interessant|anzeige"
                  + END
                  + "|werbung"
                  + END
                  + "|meistgelesen|teilen"
                  + WORD_END
                  + ".{0,50}$|zum newsletter|newsletter"
                  + END
                  + "|zurück zu[rm]? .{0,40}$|ähnliche (?:beiträge|artikel)"
                  + "|weitere (?:artikel|beiträge|meldungen|themen)|folgen sie uns|über (?:den autor|die autorin)"
                  + "|schlagw(?:ort|örter)",
              "إ?[اأ]?قر[أا]\\s?(?:أيضا|كذلك|المزيد)|إقرأ|اقرأ|طالع|شاهد أيض|للمزيد|تابعوا? .{0,30}(?:عبر|على) |تابعونا|تابعنا"
                  + "|(?:مقالات|مواضيع|أخبار) (?:ذات صلة|مشابهة|متعلقة|قد تهمك|أخرى)|قد يهمك|قد يعجبك"
                  + "|-?\\s?(?:إعلان|إشهار)"
                  + END
                  + "|الأكثر (?:قراءة|مشاهدة)|آخر الأخبار"
                  + END
                  + "|الوسوم|كلمات (?:دلالية|مفتاحية)|شارك(?:ها|وا)? (?:على|المقال|هذا|الخبر)|انشر"
                  + "|اشتركوا? (?:في|الآن)|عن (?:الكاتب|المؤلف)",
              "читайте также"));

  /** The start of what a page asks of its readers or says in its own defence, at any length. */
  static final Pattern NOTICE =
      startingWith(
          List.of(
              "we(?: and our (?:up to )?\\d* ?partners)? use (?:some |essential )*cookies"
                  + "|this (?:web)?site uses cookies|already a (?:subscriber|member)"
                  + "|this (?:post|article|content) is (?:for|only available|reserved)"
                  + "|(?:get|receive) .{0,60}(?:in|to) your inbox|enter your e-?mail"
                  + "|continue reading (?:with|by)|to continue reading|.{0,60} is a reader-supported publication",
              "(?:nous|avec votre accord|ce site|le site).{0,40} utilis(?:e|ons)[^.]{0,40}(?:cookies|traceurs)"
                  + "|déjà abonnée? ?\\?|(?:cet|la suite de cet) article est réservée?"
                  + "|il (?:vous )?reste \\d+[\\s\\u00A0]?%|(?:chaque (?:matin|soir|jour|semaine),? )?recevez .{0,80}(?:boîte|e-?mail|newsletter|actualité)"
                  + "|en vous inscrivant|les commentaires (?:sont|n[’']engagent|publiés)",
              "(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa))[^.]{0,40}cookies"
                  + "|(?:¿)?ya eres suscriptor|(?:este )?contenido exclusivo para|para (?:seguir|continuar) leyendo"
                  + "|recib[ea] .{0,80}(?:correo|móvil|bandeja)|los comentarios (?:son|no) ",
              "(?:wir|diese (?:web)?seite)(?: und unsere .{0,30}partner)? (?:verwenden|nutzen|verwendet|nutzt|setzen)[^.]{0,50}cookies"
                  + "|sie haben bereits ein (?:abo|konto)|bereits abonnent|(?:jetzt )?weiterlesen mit"
                  + "|dieser (?:artikel|inhalt) ist (?:nur )?(?:für|exklusiv)|melden sie sich an"
                  + "|(?:die )?kommentare geben|um diesen artikel (?:weiter ?)?zu lesen",
              "(?:نستخدم|يستخدم (?:هذا )?الموقع) ملفات|هذا المحتوى (?:حصري|متاح|خاص)|(?:ملاحظة: ?)?(?:الموقع غير مسؤول|(?:الآراء|التعليقات) (?:المنشورة |الواردة )?(?:لا تعبر|تعبر))"));

  /** Who owns the text, and what may be done with it. */
  static final Pattern RIGHTS =
      Pattern.compile(
          "(?iu)^"
              + BLANKS
              + "(?:copyright|©|\\(c\\)).{0,200}$"
              + "|all rights reserved|tous droits réservés|reproduction.{0,40} interdite"
              + "|todos los derechos reservados|prohibida (?:la|su) reproducción"
              + "|alle rechte vorbehalten|nachdruck .{0,30}(?:nur|verboten)"
              + "|(?:جميع|كل) الحقوق محفوظة|حقوق (?:النشر|الطبع) محفوظة");

  /** A line, or the end of one, that names the maker of a picture. */
  static final Pattern CREDIT =
      Pattern.compile(
          "(?iu)(?:^|[.!?…)\\]]\\s*|\\s[|–—/-]\\s*)(?:fotos?|photos?|bild(?:er)?|bildquelle|crédits?(?: photos?)?|créditos?"
              + "|image|imagen|imágenes|credit|صورة|تصوير)\\s?(?::\\s?|\\s(?:by|de)\\s|\\s?©)[^.:]{2,60}$");

  /** Lines about an article, at its head or foot. */
  static final Pattern LABEL =
      Pattern.compile(
          "(?iu)^"
              + BLANKS
              + "(?:"
              + String.join(
                  "|",
                  List.of(
                      "listen|share|save|print|e-?mail|details|contents|table of contents|views? ?:?|by"
                          + "|\\p{Nd}+ min(?:ute)?s? read.{0,30}|reading time.{0,20}",
                      "écouter|partager|imprimer|sommaire|détails|catégories? ?:.{0,40}|rubrique ?:.{0,40}|publié (?:le|par|dans).{0,60}"
                          + "|mis(?:e)? (?:en ligne|à jour).{0,60}|temps de lecture.{0,30}|lecture ?:? \\p{Nd}+ min.{0,10}|\\p{Nd}+ vues?",
                      "escuchar|guardar|imprimir|índice|detalles|categorías? ?:.{0,40}|escrito por.{0,50}|publicado.{0,60}"
                          + "|visitas ?:.{0,12}|tiempo de lectura.{0,30}|actualizado.{0,60}",
                      "anhören|merken|drucken|inhalt(?:sverzeichnis)?|kategorien? ?:.{0,40}|veröffentlicht (?:am|von).{0,60}"
                          + "|lesezeit.{0,30}|stand ?:.{0,40}|aktualisiert.{0,60}|zugriffe ?:.{0,12}",
                      "عدد (?:المشاهدات|القراءات|الزيارات).{0,60}|المشاهدات.{0,20}|طباعة|حفظ|استماع|مشاركة|نشر في .{0,60}|التصنيف ?:.{0,40}"))
              + ")"
              + END);

  private Phrases() {}

  private static Pattern startingWith(List<String> languages) {
    return Pattern.compile("(?iu)^" + BLANKS + "(?:" + String.join("|", languages) + ")");
  }
}
