// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the schemas of Kubernetes and of the operators cannot say of manifests that belong together.
 */
@NullMarked
package org.marsad.k8s.checks;

import org.jspecify.annotations.NullMarked;
