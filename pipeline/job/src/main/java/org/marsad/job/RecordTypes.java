// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.TypeExtractor;

/** How Flink is to write the parts of records that it does not know by itself. */
public final class RecordTypes {
  static {
    TypeExtractor.registerFactory(LocalDate.class, DateType.class);
  }

  private RecordTypes() {}

  /** Flink knows dates, but does not look for them in records. */
  public static final class DateType extends TypeInfoFactory<LocalDate> {
    @Override
    public TypeInformation<LocalDate> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> parameters) {
      return Types.LOCAL_DATE;
    }
  }

  /** To be called before a graph is built. */
  public static void register() {
    // Loading this class has done it, once: Flink refuses to hear it a second time.
  }
}
