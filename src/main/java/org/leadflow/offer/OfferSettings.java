package org.leadflow.offer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the terms of offers stand.
 *
 * @param table the location of the table; empty for the one beside the diagrams
 */
@ConfigurationProperties("leadflow.offers")
record OfferSettings(@DefaultValue("") String table) {}
