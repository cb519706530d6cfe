// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread is given a copy, and the starter waits for its end.
#include <thread>

class Shared {
public:
  explicit Shared(int *Value) : Value(Value), Count(new long(1)) {}
  Shared(const Shared &O) : Value(O.Value), Count(O.Count) { ++*Count; }
  ~Shared() {
    if (--*Count == 0) {
      delete Value;
      delete Count;
    }
  }
  int get() const { return *Value; }

private:
  int *Value;
  long *Count;
};

int main() {
  Shared Number(new int(1));
  std::thread Reader([Number] { (void)Number.get(); });
  Reader.join();
  Shared Copy(Number);
  return Copy.get();
}

// CHECK: 0 findings
