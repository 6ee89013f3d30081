package storagebench.render.layout;

/** The few ANSI attributes that every terminal with colour has. */
public enum Ansi {
  BOLD(1),
  RED(31),
  GREEN(32),
  YELLOW(33);

  private final int code;

  Ansi(int code) {
    this.code = code;
  }

  public String around(String text, boolean color) {
    return color && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
