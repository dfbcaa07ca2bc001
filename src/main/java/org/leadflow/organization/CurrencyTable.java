package org.leadflow.organization;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the currencies with the units that reckon in them, in one statement. */
class CurrencyTable {

  private static final String SELECT =
      """
      SELECT 'rate' AS kind, code AS id, rate, CASE WHEN base THEN 'base' END AS text FROM currency
      UNION ALL SELECT 'default', business_unit_id, NULL, code FROM unit_currency
      UNION ALL SELECT 'parent', id, NULL, parent_id FROM business_unit WHERE parent_id IS NOT NULL
      """;

  private final JdbcClient jdbc;

  CurrencyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  StoredCurrencies read() {
    Map<String, BigDecimal> rates = new TreeMap<>();
    Map<String, String> texts = new HashMap<>();
    Map<String, String> defaults = new TreeMap<>();
    Map<String, String> parents = new HashMap<>();
    jdbc.sql(SELECT)
        .query(
            (RowCallbackHandler)
                row -> {
                  String id = row.getString("id");
                  String text = row.getString("text");
                  switch (row.getString("kind")) {
                    case "rate" -> {
                      rates.put(id, row.getBigDecimal("rate"));
                      if (text != null) {
                        texts.put(text, id);
                      }
                    }
                    case "default" -> defaults.put(id, text);
                    default -> parents.put(id, text);
                  }
                });
    return new StoredCurrencies(texts.get("base"), rates, defaults, parents);
  }
}
