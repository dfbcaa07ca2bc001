package org.leadflow.offer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the terms of offers stand.
 *
 * @param table the location of the table
 */
@ConfigurationProperties("leadflow.offers")
record OfferSettings(@DefaultValue("classpath:processes/offers.csv") String table) {}
