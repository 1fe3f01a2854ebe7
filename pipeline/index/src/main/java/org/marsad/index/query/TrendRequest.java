// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import org.marsad.model.Filters;

/**
 * A trend of the documents that meet the filters and say when they were published. Without a first
 * day it begins with the first document, without a last day it ends today. Of a range of more than
 * {@value #MAX_DAYS} days only what lies between its first and last document is told, and of that
 * the last {@value #MAX_DAYS}.
 */
public record TrendRequest(Filters filters) {
  public static final int MAX_DAYS = 3_660;
}
