// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The session is new, but its thread knows it already.
#include <mutex>
#include <thread>
#include <vector>
class Server;
class Session {
public:
  explicit Session(Server &s) : server_(s) {}
  void start() { thread_ = std::thread([this] { run(); }); }
  void run();
  void greet() { std::lock_guard<std::mutex> g(mu_); ++greeted_; }
  void join() { thread_.join(); }
private:
  Server &server_;
  std::thread thread_;
  std::mutex mu_;
  int greeted_ = 0;
};
class Server {
public:
  void accept() {
    std::lock_guard<std::mutex> g(sessions_);
    Session *s = new Session(*this);
    s->start();
    s->greet();
    list_.push_back(s);
  }
  void ended() { std::lock_guard<std::mutex> g(sessions_); ++ended_; }
private:
  std::mutex sessions_;
  std::vector<Session *> list_;
  int ended_ = 0;
};
void Session::run() {
  std::lock_guard<std::mutex> g(mu_);
  server_.ended();
}
int main() {
  Server s;
  s.accept();
}

// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'Server::sessions_' and 'Session::mu_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Server::accept' locks 'Server::sessions_' here ...{{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Session::greet' ...{{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-35]]:{{[0-9]+}}: note: ... which locks 'Session::mu_' here ('Server::sessions_' before 'Session::mu_'){{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'Session::run' locks 'Session::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Server::ended' ...{{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: ... which locks 'Server::sessions_' here ('Session::mu_' before 'Server::sessions_'){{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the first order runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-42]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}own-object-thread.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: call 'Server::ended' after 'Session::mu_' is released, or take the locks in one order everywhere{{$}}
