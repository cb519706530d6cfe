// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Nobody changes the text once it is made.
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

class Status {
public:
  explicit Status(std::string Text) : Text(std::move(Text)) {}
  void count() {
    std::lock_guard<std::mutex> Guard(Mu);
    ++Reads;
  }
  std::string_view get() {
    std::lock_guard<std::mutex> Guard(Mu);
    ++Reads;
    return Text;
  }

private:
  std::mutex Mu;
  int Reads = 0;
  std::string Text;
};

int main() {
  Status Now("ready");
  std::thread Writer([&] { Now.count(); });
  unsigned long Size = Now.get().size();
  Writer.join();
  return Size > 100;
}
