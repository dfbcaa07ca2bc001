package org.leadflow.core;

/**
 * Tells who is acting in the current thread; never null, the product itself when no person is
 * logged in.
 */
public interface CurrentActor {

  Actor get();
}
