package org.leadflow.process.house;

import org.jspecify.annotations.Nullable;

/**
 * What a picture tells of one element beside what is drawn. A colour never says alone what the
 * words or a table below do not say, too.
 *
 * @param fill the colour of its inside
 * @param line the colour of its line, dark enough for white words on it
 * @param words a few, on its upper edge; null for none, and not shown at lines
 */
public record Mark(String fill, String line, @Nullable String words) {}
