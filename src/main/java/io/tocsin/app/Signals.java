package io.tocsin.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Signals of the operating system, where the JVM hands them out. By reflection, because the only
 * door to them, {@code sun.misc.Signal}, is not part of Java SE.
 */
public final class Signals {
  private static final List<String> STOP = List.of("INT", "TERM", "HUP");

  private Signals() {}

  /**
   * Runs an action at each signal that asks a process to stop.
   *
   * @return whether this JVM hands out signals; otherwise it ends by its own rules
   */
  public static boolean onStop(Runnable action) {
    boolean handled = false;
    for (var name : STOP) {
      handled |= handle(name, action);
    }
    return handled;
  }

  private static boolean handle(String name, Runnable action) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var proxy =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                  return null;
                }
                return method.invoke(action, arguments);
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
      return true;
    } catch (InvocationTargetException e) {
      // the signal does not exist here, or the JVM keeps it to itself (-Xrs)
      return false;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
