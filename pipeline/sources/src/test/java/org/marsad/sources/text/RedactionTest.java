// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0612345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "06/12/34/56/78",
        "0712-345678",
        "0522 34 56 78",
        "+212612345678",
        "+212 6 12 34 56 78",
        "+212(0)612345678",
        "00212612345678",
        "212612345678",
        "+34 612 345 678",
        "٠٦١٢٣٤٥٦٧٨",
        "٠٦ ١٢ ٣٤ ٥٦ ٧٨",
        "+٢١٢٦١٢٣٤٥٦٧٨",
        "06\u00A012\u00A034\u00A056\u00A078",
        "06\u202F12\u202F34\u202F56\u202F78",
        "06\u201112\u201134\u201156\u201178",
        "0\u200B6123\u200E45678",
        "0 6 1 2 3 4 5 6 7 8"
      })
  void masksPhoneNumbers(String number) {
    assertThat(Redaction.of("عيط ليا " + number + " دابا")).isEqualTo("عيط ليا <phone> دابا");
  }

  @ParameterizedTest
  @CsvSource({
    "tel: 612 345 678, tel: <phone>",
    "الهاتف: ٥٢٢٣٤٥٦٧٨, الهاتف: <phone>",
    "a.b+c@exemple.ma, <email>",
    "écrire à prénom@exemple.co.ma., écrire à <email>.",
    "bravo @quelqu_un!, bravo @user!",
    "@شخص_ما شكرا, @user شكرا",
    "@someone@instance.example hi, @user hi",
    "@a.b. Fin, @user. Fin",
    "x@quelquun, x@user",
    "a (at) exemple.ma, <email>",
    "écrire à a.b[at]exemple[dot]com svp, écrire à <email> svp",
    "voir facebook.com/quelqu.un svp, voir facebook.com/<profile> svp",
    "https://www.instagram.com/quelquun/, https://www.instagram.com/<profile>",
    "https://x.com/quelquun/status/99 bravo, https://x.com/<profile> bravo",
    "t.me/quelquun, t.me/<profile>",
    "merci u/quelquun !, merci u/<profile> !",
    "﹫quelquun, @user",
    "suis quelquun.bsky.social, suis <profile>",
    "insta: quel_quun99 merci, insta: <profile> merci",
    "youtube.com/channel/UCabc, youtube.com/channel/<profile>",
    "m.me/quelquun, m.me/<profile>",
    "a.b arobase exemple point com, <email>",
    "a.b%40exemple.ma, <email>",
    "?u=%40quelquun, ?u=@user",
    "habite au 12 bis rue Ibn Batouta !, habite au <address> !",
    "'12, avenue de la Liberté', <address>",
    "'rue Zriba, n° 12', <address>",
    "'Appelez. 0 6 1 2 3 4 5 6 7 8', Appelez. <phone>",
    "'vive en la calle Real, nº 12', vive en la <address>",
    "at 12 Green Valley Road now, at <address> now",
    "يسكن في شارع الحرية رقم 12 هنا, يسكن في <address> هنا",
    "'رقم ١٢، زنقة الورد', <address>"
  })
  void masksWhatNamesAPerson(String text, String masked) {
    assertThat(Redaction.of(text)).isEqualTo(masked);
    assertThat(Redaction.of(masked)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "le 20/07/2026 à 14:30",
        "2026-07-20 14:30:00",
        "01.02.2026",
        "entre 2015-2026",
        "1 234 567 habitants",
        "12.345.678 euros",
        "3.500.000,00 MAD",
        "0,75 %",
        "score 2-1 (0-1)",
        "1441/09/01",
        "+20% en 2025",
        "art. 16-1-411",
        "٢٠٢٦/٠٧/٢٠",
        "١٢٣٤٥٦٧ نسمة",
        "https://www.exemple.ma/2026/07/20/titre-123456789.html",
        "25 000 000 000 dirhams",
        "à 9h @ Casablanca",
        "https://www.facebook.com/groups/123/posts/4",
        "https://www.instagram.com/p/AbC/",
        "et/ou, vu/lu",
        "Instagram : les migrants",
        "TikTok: 30.000 vues",
        "la loi 02-03, article 12",
        "en 2026 rue Mohammed V",
        "rue Mohammed V",
        "12 rues de Tanger",
        "شارع الحسن الثاني",
        "القانون رقم 02.03",
        "0 5 1 2 3 4 5 6 7 8 9",
        "at the point of",
        "look at it, dot com",
        "il est arrivé (at Casablanca)",
        "https://exemple.com/xx.com-2026"
      })
  void leavesDatesPricesAndFigures(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }

  @Test
  void keepsTheDomainOfAUrl() {
    assertThat(Redaction.of("voir https://reseau.example/@quelquun/video"))
        .isEqualTo("voir https://reseau.example/@user/video");
  }

  @Test
  void staysLinearOnRepetitiveText() {
    String rubbish = "a".repeat(200_000) + "0".repeat(200_000) + "@".repeat(200_000);
    assertThat(Redaction.of(rubbish)).hasSizeGreaterThan(400_000);
    assertThat(Redaction.of("06 ".repeat(100_000))).isNotEmpty();
    assertThat(Redaction.of("a.".repeat(200_000) + "@b")).isNotEmpty();
    assertThat(Redaction.of("a (at) b ".repeat(50_000))).isNotEmpty();
    assertThat(Redaction.of("x.com/".repeat(50_000))).isNotEmpty();
    assertThat(Redaction.of("12 rue A".repeat(50_000) + " at b".repeat(50_000))).isNotEmpty();
    assertThat(Redaction.of("شارع ا ".repeat(50_000) + "0 ".repeat(100_000))).isNotEmpty();
    assertThat(Redaction.of("insta: a".repeat(50_000) + "%40".repeat(100_000))).isNotEmpty();
    assertThat(Redaction.of("u/".repeat(100_000) + "(".repeat(100_000))).isNotEmpty();
  }
}
