// A thread that nobody waits for takes a local along.
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <utility>

static void greet() {
  std::string name = "ada";
  std::thread([name = std::move(name)] {
    std::printf("%s\n", name.c_str());
  }).detach();
}

int main() {
  greet();
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
}
