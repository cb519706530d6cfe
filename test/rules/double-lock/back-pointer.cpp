// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A part of an object comes back to its owner by the pointer that this gave it.
#include <memory>
#include <mutex>
#include <vector>
class Server;
class Client {
public:
  explicit Client(Server *server) : server_(server) {}
  void hangUp();

private:
  Server *server_;
};
class Server {
public:
  void accept() {
    std::lock_guard<std::mutex> lock(mu_);
    clients_.push_back(std::make_unique<Client>(this));
  }
  void left() {
    std::lock_guard<std::mutex> lock(mu_);
    ++gone_;
  }
  void shutdown() {
    std::lock_guard<std::mutex> lock(mu_);
    for (auto &client : clients_)
      client->hangUp();
  }

private:
  std::mutex mu_;
  int gone_ = 0;
  std::vector<std::unique_ptr<Client>> clients_;
};
void Client::hangUp() { server_->left(); }
int main() {
  Server server;
  server.accept();
  server.shutdown();
}

// CHECK: {{^}}{{.*}}back-pointer.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'Server::mu_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}back-pointer.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'Server::shutdown' locks 'Server::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}back-pointer.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Client::hangUp' ...{{$}}
// CHECK: {{^}}{{.*}}back-pointer.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: ... which calls 'Server::left' ...{{$}}
// CHECK: {{^}}{{.*}}back-pointer.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks 'Server::mu_' here again{{$}}
// CHECK: {{^}}{{.*}}back-pointer.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: release 'Server::mu_' before this call, or give 'Server::left' a variant that expects the lock to be held{{$}}
