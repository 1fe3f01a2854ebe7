// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.polling;

import java.nio.charset.Charset;
import java.util.List;

/** Pages of made-up articles about ordinary news. */
final class Pages {
  static final String ARABIC_TITLE = "خط جديد للحافلات يربط شرق المدينة بوسطها";

  /** In letters that windows-1256 and ISO-8859-6 have both. */
  static final List<String> ARABIC =
      List.of(
          "أعلنت الجماعة الحضرية يوم الإثنين عن افتتاح خط جديد للحافلات يربط الأحياء الشرقية بوسط"
              + " المدينة، على أن تنطلق أول رحلة في السادسة صباحا.",
          "وسيمر الخط الجديد بالسوق المركزي والمستشفى الإقليمي والمكتبة البلدية، وسيكون ثمن"
              + " التذكرة أربعة دراهم، مع تخفيض للتلاميذ والطلبة والمتقاعدين.",
          "وقال المسؤول عن النقل في الجماعة إن الحافلات الجديدة مجهزة بممرات للكراسي المتحركة،"
              + " وإن عددها سيرتفع من عشر إلى عشرين قبل نهاية السنة.",
          "ورحب سكان الأحياء المعنية بهذه الخطوة، بعدما كانوا يضطرون إلى المشي مسافة طويلة"
              + " للوصول إلى أقرب محطة، خصوصا في فصل الشتاء.");

  private static final List<String> FRENCH =
      List.of(
          "Le marché couvert du quartier a rouvert ses portes lundi matin, après deux ans de travaux"
              + " et devant une foule de curieux venus de toute la ville.",
          "Les quarante étals, répartis sur deux niveaux, accueillent de nouveau les marchands de"
              + " légumes, de poisson et d'épices qui s'étaient installés sur la place voisine.",
          "La commune annonce aussi des horaires plus longs en été, et une bibliothèque de rue à"
              + " l'entrée principale, tenue par les habitants.");

  private Pages() {}

  /** States neither title nor date, so that the feed's are taken. */
  static String bare() {
    return "<html><body>" + paragraphs(FRENCH) + "</body></html>";
  }

  /** Declares no charset, and has more Latin letters in its markup than Arabic ones in its text. */
  static byte[] arabic(Charset charset) {
    String page =
        "<html><head><title>"
            + ARABIC_TITLE
            + "</title><script>"
            + "window.settings = {theme: 'light', columns: 3};\n".repeat(40)
            + "</script></head><body class=\"single post\"><article>"
            + paragraphs(ARABIC)
            + "</article></body></html>";
    return page.getBytes(charset);
  }

  static String paragraphs(List<String> texts) {
    return "<p>" + String.join("</p>\n<p>", texts) + "</p>";
  }
}
