// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.places;

import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.gazetteer.Gazetteer;
import org.marsad.classifiers.gazetteer.Place;
import org.marsad.index.query.PlaceCounts.PlaceCount;
import org.marsad.index.query.StanceCounts;

/**
 * What is said of a place, in documents. A count is null, which is not 0, where all of it is
 * withheld.
 *
 * @param kind absent, as are region and coordinates, where the gazetteer knows the place no more
 * @param latitude in degrees north, as longitude in degrees east
 * @param sources that its documents are from
 * @param withheld whether documents of fewer than five people are left out of any count
 * @param share of the hostile among those about migrants, 0 to 1; absent where these are fewer than
 *     {@link #LEAST_FOR_SHARE}, or where hostile ones are withheld; where others are, of those that
 *     are counted
 */
record PlaceView(
    String id,
    Place.@Nullable Kind kind,
    @Nullable String region,
    @Nullable Double latitude,
    @Nullable Double longitude,
    long sources,
    @Nullable Long documents,
    @Nullable Long relevant,
    @Nullable Long hostile,
    @Nullable Long reporting,
    @Nullable Long supportive,
    @Nullable Long other,
    boolean withheld,
    @Nullable Double share) {

  /** Of fewer documents no rate is worth telling: one more would change it by five points. */
  static final int LEAST_FOR_SHARE = 20;

  static PlaceView of(PlaceCount count) {
    Place place = Gazetteer.shipped().place(count.id());
    StanceCounts counts = count.counts();
    return new PlaceView(
        count.id(),
        place == null ? null : place.kind(),
        place == null ? null : place.region(),
        place == null ? null : place.latitude(),
        place == null ? null : place.longitude(),
        count.sources(),
        counts.documents().shown(),
        counts.relevant().shown(),
        counts.hostile().shown(),
        counts.reporting().shown(),
        counts.supportive().shown(),
        counts.other().shown(),
        counts.documents().withheld(),
        share(counts));
  }

  private static @Nullable Double share(StanceCounts counts) {
    long relevant = counts.relevant().documents();
    return counts.hostile().withheld() || relevant < LEAST_FOR_SHARE
        ? null
        : Double.valueOf(counts.hostile().documents() / (double) relevant);
  }
}
