// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nothing is held when the other lock's owner is asked.
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
class Engine {
public:
  void step() { std::lock_guard<std::mutex> g(mu_); ++steps_; }
  std::mutex mu_;
  int steps_ = 0;
};
class Shell {
public:
  explicit Shell(Engine &e) : engine_(e) {
    commands_["step"] = [this] { engine_.step(); };
    commands_["noop"] = [] {};
  }
  void run(const std::string &name) {
    std::lock_guard<std::mutex> g(mu_);
    auto it = commands_.find(name);
    if (it != commands_.end())
      it->second();
    history_ = name;
  }
  std::string history() { std::lock_guard<std::mutex> g(mu_); return history_; }
private:
  Engine &engine_;
  std::mutex mu_;
  std::unordered_map<std::string, std::function<void()>> commands_;
  std::string history_;
};
void trace(Engine &e, Shell &s, std::string &out) {
  out = s.history();
  std::lock_guard<std::mutex> g(e.mu_);
  out += std::to_string(e.steps_);
}
int main() {
  Engine e;
  Shell s(e);
  std::string out;
  std::thread a([&] { s.run("step"); });
  std::thread b([&] { trace(e, s, out); });
  a.join();
  b.join();
}

// CHECK: 0 findings
