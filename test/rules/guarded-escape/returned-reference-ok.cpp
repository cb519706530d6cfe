// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A copy is safe.
#include <mutex>
#include <string>
#include <thread>

class Status {
public:
  void set(const std::string &To) {
    std::lock_guard<std::mutex> Guard(Mu);
    Text = To;
  }
  std::string get() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Text;
  }

private:
  mutable std::mutex Mu;
  std::string Text;
};

int main() {
  Status Now;
  std::thread Writer([&] { Now.set("ready"); });
  unsigned long Size = Now.get().size();
  Writer.join();
  return Size > 100;
}
