package dev.sluice.contracts.fusionauth.wire;

import java.util.List;

/** Looks at every call and its answer. */
public interface Watch {
  /** What is wrong with the request; empty where nothing is. */
  List<String> problems(Call call);

  /** What is wrong with the answer; empty where nothing is. */
  List<String> problems(Call call, Reply reply);

  /** One that has nothing to compare with. */
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
