package org.leadflow.offer;

import org.leadflow.core.DesignersTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table as it stands when the product starts; a start with one that is wrong fails. */
@Configuration(proxyBeanMethods = false)
class ReadOfferTable {

  @Bean
  OfferTable offerTable(OfferSettings settings, DesignersTables tables) {
    return tables.read(
        "leadflow.offers.table", settings.table(), "offers.csv", OfferTableReader::table);
  }
}
