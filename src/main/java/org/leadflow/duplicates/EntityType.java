package org.leadflow.duplicates;

/** What can be duplicated by qualifying a lead. */
public enum EntityType {
  ACCOUNT,
  CONTACT
}
