// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.regex.Pattern;

/** What happens to a text on its way from one outlet to the next, by rules. */
final class Wording {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private Wording() {}

  /** The first of two paragraphs, as outlets print that want readers to click. */
  static String truncated(StoryText text) {
    return text.text().lines().findFirst().orElseThrow() + " …";
  }

  /** All but nothing: a page with a film. */
  static String firstSentence(StoryText text) {
    return text.text().split("(?<=\\.) ", 2)[0];
  }

  static String labelled(StoryText text) {
    return switch (text.language()) {
      case "ar" -> "عاجل.. بالفيديو: " + text.title();
      case "ary" -> "شاهد | " + text.title() + " (فيديو)";
      case "fr" -> "Vidéo. " + text.title() + " | Le Quotidien inventé";
      case "es" -> "ÚLTIMA HORA - " + text.title();
      default -> "Watch: " + text.title() + " – The Invented Post";
    };
  }

  /** Each number a little higher, and a sentence that says so. */
  static String updated(StoryText text) {
    String counted =
        NUMBER
            .matcher(text.text())
            .replaceAll(found -> String.valueOf(Integer.parseInt(found.group()) + 2));
    return counted
        + switch (text.language()) {
          case "ar" -> " وهذه حصيلة محينة إلى غاية مساء اليوم، بعد أن توصلت الجريدة بمعطيات جديدة.";
          case "ary" -> " هادشي تبدل دابا من بعد ما وصلاتنا معلومات جداد فالعشية.";
          case "fr" ->
              " Ces chiffres ont été mis à jour dans la soirée, après de nouvelles données.";
          case "es" -> " Estas cifras se actualizaron por la noche, tras recibir nuevos datos.";
          default -> " These figures were updated in the evening after new information came in.";
        };
  }

  /** As other keyboards and habits write Arabic. */
  static String respelt(String arabic) {
    String plain =
        arabic
            .replaceAll("[أإآ]", "ا")
            .replace('ة', 'ه')
            .replace("ى ", "ي ")
            .replace("محل", "مـحـل")
            .replace("من ", "مِنْ ");
    StringBuilder respelt = new StringBuilder();
    plain.chars().forEach(c -> respelt.append((char) ('0' <= c && c <= '9' ? c - '0' + '٠' : c)));
    return respelt.toString();
  }

  /** What an outlet puts around each of its articles. */
  static String inPage(String text, String language) {
    return switch (language) {
      case "ar", "ary" ->
          "الرباط - و م ع\n"
              + text
              + "\nاقرأ أيضا: أسعار المحروقات تعود إلى الارتفاع وهذه توقعات الخبراء\n"
              + "تتيح الجريدة لقرائها متابعة آخر الأخبار على مدار الساعة عبر تطبيقها المجاني، كما"
              + " تدعوهم إلى المشاركة بآرائهم في احترام تام لميثاق النشر وللقانون\n"
              + "تابعونا على منصات التواصل\n(و م ع)";
      case "fr" ->
          "Rabat (MAP) - "
              + text
              + "\nLire aussi : carburants, les prix repartent à la hausse\n"
              + "Notre rédaction vous informe à toute heure grâce à son application gratuite et"
              + " vous invite à donner votre avis dans le respect de la charte et de la loi\n"
              + "Suivez-nous sur les réseaux sociaux\n(Avec MAP)";
      case "es" ->
          "RABAT (EFE) - "
              + text
              + "\nLea también: vuelven a subir los carburantes\n"
              + "Nuestra redacción le informa a cualquier hora con su aplicación gratuita y le"
              + " invita a opinar con respeto a las normas de la comunidad y a la ley\n"
              + "Síguenos en las redes\nFuente: EFE";
      default ->
          "RABAT (Reuters) - "
              + text
              + "\nRead also: fuel prices rise again\n"
              + "Our newsroom keeps you informed around the clock with its free app and invites"
              + " you to share your opinion within the rules of the house and the law\n"
              + "Follow us on social media\n(Reuters)";
    };
  }
}
