package org.leadflow.assignment;

/** How a pool chooses among those whom no gate stops. */
public enum Strategy {
  /** Who waited longest. */
  ROUND_ROBIN,
  /** By share of the weights, so that every stretch of turns is within one lead of the shares. */
  WEIGHTED,
  /** Who has the fewest open leads, weighted by their kind; among equals who waited longest. */
  LEAST_LOADED,
  /** Who has the most preferred skills that fit; among equals who waited longest. */
  BEST_FIT,
  /** The first in the order of the members; the next one only when he cannot. */
  FIXED_ORDER,
  /** Nobody is chosen: the team owns the lead, and somebody takes it. */
  QUEUE
}
