// A method starts a thread that shares its object.
#include <cstdio>
#include <memory>
#include <thread>

struct Server : std::enable_shared_from_this<Server> {
  explicit Server(int port) : port(port) {}
  int port;
  std::thread start() const {
    return std::thread(
        [self = shared_from_this()] { std::printf("%d\n", self->port); });
  }
};

static std::thread open() {
  auto server = std::make_shared<const Server>(80);
  return server->start();
}

int main() {
  std::thread worker = open();
  worker.join();
}
