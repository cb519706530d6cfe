// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A part may belong to another owner than the one whose lock is held.
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
  void lend(Server &other) {
    std::lock_guard<std::mutex> lock(other.mu_);
    other.clients_.push_back(std::make_unique<Client>(this));
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
  Server lender, server;
  lender.lend(server);
  server.shutdown();
}
