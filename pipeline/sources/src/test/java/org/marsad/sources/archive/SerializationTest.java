// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.Document;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;

class SerializationTest {
  /** A generic type would be serialised by Kryo, slowly and without a way to change it. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        Intake.class,
        RawDocument.class,
        Document.class,
        Rejection.class,
        SourceHealth.class
      })
  void whatTravelsHasNoGenericType(Class<?> travels) {
    SerializerConfigImpl noGenericTypes =
        new SerializerConfigImpl(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));

    TypeInformation<?> type = TypeInformation.of(travels);

    assertThat(type).isInstanceOf(PojoTypeInfo.class);
    assertThatCode(() -> type.createSerializer(noGenericTypes)).doesNotThrowAnyException();
  }
}
