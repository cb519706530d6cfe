// A method starts a thread that uses this and outlives it.
#include <cstdio>
#include <thread>

struct Server {
  int port;
  std::thread start() const {
    return std::thread([this] { std::printf("%d\n", port); }); // ERROR
  }
};

static std::thread open() {
  Server server{80};
  return server.start();
}

int main() {
  std::thread worker = open();
  worker.join();
}
