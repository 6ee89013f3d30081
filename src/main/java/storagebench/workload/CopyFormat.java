package storagebench.workload;

/** The formats of COPY that the suite sends. */
public enum CopyFormat {
  TEXT {
    @Override
    RowEncoder encoder() {
      return new TextEncoder();
    }
  },
  BINARY {
    @Override
    RowEncoder encoder() {
      return new BinaryEncoder();
    }
  };

  abstract RowEncoder encoder();
}
