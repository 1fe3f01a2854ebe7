// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

/**
 * A trend of the documents that meet the filters. Without a first day it begins with the first
 * document, at most {@value #MAX_DAYS} days before its end; without a last day it ends today.
 */
public record TrendRequest(Filters filters) {
  public static final int MAX_DAYS = 3_660;
}
