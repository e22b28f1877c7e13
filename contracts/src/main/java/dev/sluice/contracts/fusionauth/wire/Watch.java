package dev.sluice.contracts.fusionauth.wire;

import java.util.List;

/** Checks every call and its answer. */
public interface Watch {
  /** Returns what is wrong with the request; empty where nothing is. */
  List<String> problems(Call call);

  /** Returns what is wrong with the answer; empty where nothing is. */
  List<String> problems(Call call, Reply reply);

  /** Returns a watch that has nothing to compare with. */
  static Watch blind() {
    return new Watch() {
      @Override
      public List<String> problems(Call call) {
        return List.of();
      }

      @Override
      public List<String> problems(Call call, Reply reply) {
        return List.of();
      }
    };
  }
}
