@NullMarked
package org.marsad.demo;

import org.jspecify.annotations.NullMarked;
