// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The shores around Morocco, written by hand for this project from general knowledge, stylised: right
 * to a few kilometres, closer at Casablanca, Rabat and Tangier. Licence: as the project. There are
 * shores only and no borders, since some are disputed and none is needed to see where a city lies.
 * Points are [longitude, latitude] in degrees (WGS 84).
 */

/** From the Atlantic's south to the Mediterranean's east, then around outside of every picture. */
const AFRICA = [
  [-17.05, 20.77], [-16.98, 21.35], [-16.95, 21.9], [-16.7, 22.3], [-16.2, 23.0], [-15.96, 23.6],
  [-15.93, 23.7], [-15.75, 23.95], [-15.5, 24.2], [-15.05, 24.6], [-14.85, 25.1], [-14.8, 25.45],
  [-14.5, 26.12], [-14.1, 26.45], [-13.6, 26.75], [-13.43, 27.1], [-13.2, 27.6], [-12.93, 27.95],
  [-12.6, 28.02], [-12.05, 28.1], [-11.5, 28.3], [-11.34, 28.5], [-11.1, 28.75], [-10.6, 29.0],
  [-10.35, 29.2], [-10.18, 29.38], [-10.0, 29.6], [-9.83, 29.85], [-9.68, 30.2], [-9.62, 30.42],
  [-9.72, 30.54], [-9.89, 30.63], [-9.85, 30.75], [-9.82, 30.84], [-9.83, 31.2], [-9.84, 31.4],
  [-9.77, 31.51], [-9.55, 31.85], [-9.35, 32.1], [-9.25, 32.3], [-9.28, 32.55], [-9.04, 32.74],
  [-8.85, 32.92], [-8.63, 33.11], [-8.51, 33.25], [-8.48, 33.27], [-8.34, 33.32], [-8.1, 33.42],
  [-7.85, 33.53], [-7.73, 33.566], [-7.69, 33.598], [-7.655, 33.613], [-7.63, 33.61], [-7.61, 33.609],
  [-7.585, 33.609], [-7.545, 33.619], [-7.48, 33.647], [-7.4, 33.72], [-7.3, 33.757], [-7.16, 33.83],
  [-7.07, 33.88], [-6.98, 33.935], [-6.93, 33.965], [-6.885, 34.003], [-6.857, 34.031],
  [-6.838, 34.038], [-6.832, 34.052], [-6.78, 34.12], [-6.68, 34.26], [-6.5, 34.55], [-6.29, 34.88],
  [-6.16, 35.2], [-6.04, 35.47], [-5.98, 35.62], [-5.93, 35.79], [-5.87, 35.798], [-5.825, 35.795],
  [-5.81, 35.791], [-5.802, 35.779], [-5.785, 35.776], [-5.768, 35.785], [-5.755, 35.798],
  [-5.68, 35.83], [-5.56, 35.85], [-5.5, 35.89], [-5.44, 35.915], [-5.39, 35.92], [-5.345, 35.91],
  [-5.28, 35.9], [-5.32, 35.88], [-5.345, 35.84], [-5.31, 35.69], [-5.27, 35.68], [-5.26, 35.62],
  [-5.09, 35.46], [-4.66, 35.21], [-4.3, 35.17], [-4.1, 35.21], [-3.92, 35.26], [-3.85, 35.22],
  [-3.78, 35.21], [-3.6, 35.24], [-3.3, 35.2], [-3.08, 35.3], [-2.97, 35.44], [-2.93, 35.29],
  [-2.915, 35.26], [-2.8, 35.17], [-2.73, 35.13], [-2.43, 35.15], [-2.22, 35.09], [-1.86, 35.1],
  [-1.38, 35.31], [-1.0, 35.6], [-0.65, 35.77], [1.5, 36.5], [1.5, 19], [-17.05, 19],
];
const EUROPE = [
  [-6.95, 37.2], [-6.44, 36.73], [-6.3, 36.53], [-6.09, 36.27], [-6.03, 36.18], [-5.92, 36.18],
  [-5.61, 36.01], [-5.44, 36.13], [-5.35, 36.11], [-5.15, 36.42], [-4.88, 36.5], [-4.42, 36.71],
  [-3.5, 36.73], [-2.2, 36.73], [-1.5, 37.3], [-6.95, 38],
];
const ISLANDS = [
  [[-14.5, 28.06], [-14.22, 28.17], [-13.87, 28.35], [-13.83, 28.65], [-14.02, 28.74], [-14.2, 28.33]],
  [[-13.87, 28.86], [-13.45, 29.0], [-13.46, 29.2], [-13.75, 29.08]],
];

/** Closed shapes of land. */
export const LAND = [AFRICA, EUROPE, ...ISLANDS];

/** What can be looked at: a part of the world, whether its quarters are shown, and its own city. */
export const EXTENTS = {
  all: {west: -17.5, east: -0.9, south: 20.9, north: 36.35},
  north: {west: -8.9, east: -1.1, south: 32.9, north: 36.15},
  casablanca: {west: -7.8, east: -7.44, south: 33.485, north: 33.66, quarters: true, city: 'casablanca'},
  rabat: {west: -6.94, east: -6.69, south: 33.94, north: 34.08, quarters: true, city: 'rabat'},
  tangier: {west: -5.97, east: -5.73, south: 35.7, north: 35.82, quarters: true, city: 'tangier'},
};

/** Whether a place lies in an extent. */
export function isWithin({west, east, south, north}, {longitude, latitude}) {
  return longitude > west && longitude < east && latitude > south && latitude < north;
}

/**
 * Equirectangular, true to angles in the middle of the extent.
 * @returns {{height: number, at: (longitude: number, latitude: number) => [number, number]}} pixels
 */
export function projection({west, east, south, north}, width) {
  const squeeze = Math.cos((south + north) / 2 * Math.PI / 180);
  const scale = width / ((east - west) * squeeze);
  return {
    height: (north - south) * scale,
    at: (longitude, latitude) => [(longitude - west) * squeeze * scale, (north - latitude) * scale],
  };
}
