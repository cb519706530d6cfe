// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// There was nothing yet to be replaced.
#include <memory>
#include <mutex>
static std::mutex mu;
static int live;
struct Connection {
  ~Connection() {
    std::lock_guard<std::mutex> lock(mu);
    --live;
  }
};
static std::unique_ptr<Connection> connection;
static void renew() {
  std::lock_guard<std::mutex> lock(mu);
  if (!connection)
    connection = std::make_unique<Connection>();
}
int main() { renew(); }
