package org.leadflow.rules.drools;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes as the program does, but only under names that begin with a capital letter.
 *
 * <p>Drools asks of every word in a condition whether it is a class, under a dozen names each
 * ({@code java.lang.country}, {@code org.leadflow.rules$country}, ...). Each time the whole class
 * path is searched in vain, and in a packed jar that takes longer than all the compiling.
 */
final class CapitalClassLoader extends ClassLoader {

  private static final String CLASS = ".class";

  CapitalClassLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isNoClass(name)) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public @Nullable URL getResource(String name) {
    boolean vain =
        name.endsWith(CLASS)
            && isNoClass(name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
    return vain ? null : super.getResource(name);
  }

  private static boolean isNoClass(String name) {
    int last = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'));
    return last + 1 < name.length() && Character.isLowerCase(name.charAt(last + 1));
  }
}
