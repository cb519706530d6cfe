// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Its thread starts when it has been greeted.
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
    s->greet();
    s->start();
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

// CHECK: 0 findings in 1 translation unit
