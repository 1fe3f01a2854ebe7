/** Tests of how stories are told in the job. */
@NullMarked
package org.marsad.job.story;

import org.jspecify.annotations.NullMarked;
