// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A command found in a map runs under the lock of the map and takes another.
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
  std::lock_guard<std::mutex> g(e.mu_);
  out = s.history();
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

// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Engine::mu_' and 'Shell::mu_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'trace' locks 'Engine::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Shell::history' ...{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks 'Shell::mu_' here ('Engine::mu_' before 'Shell::mu_'){{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: 'Shell::run' locks 'Shell::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'Shell::Shell' ...{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: ... which calls 'Engine::step' ...{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-46]]:{{[0-9]+}}: note: ... which locks 'Engine::mu_' here ('Shell::mu_' before 'Engine::mu_'){{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: call 'Shell::history' after 'Engine::mu_' is released, or take the locks in one order everywhere{{$}}
