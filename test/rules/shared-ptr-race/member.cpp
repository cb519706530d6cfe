// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A configuration that one thread reloads while others take it.
#include <memory>
#include <thread>

struct Config {
  int Level = 0;
};

class Server {
public:
  void reload() { Now = std::make_shared<Config>(); }
  int level() { return std::shared_ptr<const Config>(Now)->Level; }

private:
  std::shared_ptr<const Config> Now = std::make_shared<Config>();
};

int main() {
  Server S;
  std::thread Reloader([&S] { S.reload(); });
  int Level = S.level();
  Reloader.join();
  return Level;
}

// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: 'Server::Now' is assigned here while another thread may copy or use it at {{.*}}member.cpp:[[#@LINE-14]]:{{[0-9]+}}: of a 'std::shared_ptr', only the count is atomic, not the pointer [fearless-shared-ptr-race]{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the assignment through a lambda in 'main' -> 'Server::reload'{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the assignment holds no lock{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the main thread reaches the use through 'main' -> 'Server::level'{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: give the other thread a copy of its own, guard 'Server::Now' with a mutex, or use an atomic shared pointer{{$}}
