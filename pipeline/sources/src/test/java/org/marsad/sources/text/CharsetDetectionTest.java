// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetDetectionTest {
  private static final String ARABIC = "<p>وصل المهاجرون إلى المدينة صباح اليوم</p>";
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

  @ParameterizedTest
  @CsvSource({
    "1256, windows-1256",
    "t1256, windows-1256",
    "8859-6, ISO-8859-6",
    "t8859-6, ISO-8859-6",
    "utf8, UTF-8"
  })
  void readsUndeclaredArabicPages(String form, String charset) throws IOException {
    Path home = Path.of(System.getProperty("marsad.home", "."));
    Path folder = home.resolve("../shared/data/extraction/arabic-charsets");
    assumeTrue(Files.isDirectory(folder), "the Arabic pages are not here: " + folder);
    for (int page = 0; page < 12; page++) {
      byte[] bytes = Files.readAllBytes(folder.resolve(page + "." + form));
      CharsetDetection.Decoded decoded = CharsetDetection.decode(bytes, null);
      assertThat(decoded.charset()).as("page %d", page).isEqualTo(charset);
      assertThat(decoded.text()).isEqualTo(new String(bytes, Charset.forName(charset)));
      if (!form.startsWith("t")) {
        assertThat(arabicLetters(decoded.text()))
            .isEqualTo(arabicLetters(expressible(folder.resolve(page + ".utf8"), charset)));
      }
    }
  }

  private static String expressible(Path twin, String charset) throws IOException {
    Charset target = Charset.forName(charset);
    return new String(Files.readString(twin).getBytes(target), target);
  }

  private static String arabicLetters(String text) {
    return text.replaceAll("[^\\u0621-\\u064A]", "");
  }

  @Test
  void believesADeclaration() {
    String page = "<meta charset=windows-1256>" + ARABIC;
    assertThat(CharsetDetection.decode(page.getBytes(WINDOWS_1256), null).text()).isEqualTo(page);
    assertThat(
            CharsetDetection.decode(
                    ARABIC.getBytes(WINDOWS_1256), "text/html; charset=\"windows-1256\"")
                .text())
        .isEqualTo(ARABIC);
  }

  @Test
  void believesValidUtf8MoreThanADeclaration() {
    String page = "<meta charset=windows-1256>" + ARABIC;
    CharsetDetection.Decoded decoded =
        CharsetDetection.decode(
            page.getBytes(StandardCharsets.UTF_8), "text/html; charset=ISO-8859-1");
    assertThat(decoded).isEqualTo(new CharsetDetection.Decoded(page, "UTF-8"));
  }

  @Test
  void detectsWhatIsFalselyDeclaredUtf8() {
    String page = "<meta charset=utf-8>" + ARABIC.repeat(5);
    assertThat(CharsetDetection.decode(page.getBytes(WINDOWS_1256), "text/html;charset=utf-8"))
        .isEqualTo(new CharsetDetection.Decoded(page, "windows-1256"));
  }

  @Test
  void keepsUtf8WithAFewBrokenBytes() {
    byte[] bytes = (ARABIC.repeat(5) + "x").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xD9;
    assertThat(CharsetDetection.decode(bytes, null).charset()).isEqualTo("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE"})
  void readsByteOrderMarks(String charset) {
    byte[] bytes = ("\uFEFF" + ARABIC).getBytes(Charset.forName(charset));
    assertThat(CharsetDetection.decode(bytes, "text/html; charset=windows-1256"))
        .isEqualTo(new CharsetDetection.Decoded(ARABIC, charset));
  }

  @Test
  void readsLatin1AsBrowsersDo() {
    byte[] bytes = "prix : 5 € l’été".getBytes(Charset.forName("windows-1252"));
    assertThat(CharsetDetection.decode(bytes, "text/html; charset=iso-8859-1").text())
        .isEqualTo("prix : 5 € l’été");
    assertThat(CharsetDetection.decode(bytes, "text/html; charset=no-such").text())
        .startsWith("prix");
  }
}
