// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The Flink job: its graph, its state and its sink.
 *
 * <p>{@link org.marsad.job.MainPipeline} draws the graph from a source and a sink that it is given;
 * {@link org.marsad.job.local.LocalJob} runs it inside one program.
 */
@NullMarked
package org.marsad.job;

import org.jspecify.annotations.NullMarked;
