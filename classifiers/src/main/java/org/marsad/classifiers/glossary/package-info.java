// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the words of every language say, in plain English words. */
@NullMarked
package org.marsad.classifiers.glossary;

import org.jspecify.annotations.NullMarked;
