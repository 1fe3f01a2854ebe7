// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.judge;

import java.io.IOException;
import java.nio.file.Path;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.lexicon.LexiconReader;
import org.marsad.classifiers.model.ModelSet;

/** Makes assessors. An assessor holds a few tens of megabytes, so the shipped one is shared. */
public final class Classifiers {
  private Classifiers() {}

  /** Loaded on first use, once in a JVM. */
  private static final class Shipped {
    static final Assessor ASSESSOR =
        new LinearAssessor(ModelSet.shipped(), LexiconReader.shipped());
  }

  /** The assessor on the models and term lists that are bundled. */
  public static Assessor shipped() {
    return Shipped.ASSESSOR;
  }

  /**
   * An assessor on the models of a folder that training wrote.
   *
   * @throws IOException if the folder does not hold a whole set of models of this version
   */
  public static Assessor of(Path models) throws IOException {
    return new LinearAssessor(ModelSet.read(models), LexiconReader.shipped());
  }
}
