// A thread that nobody waits for borrows a local.
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

static void greet() {
  std::string name = "ada";
  std::thread([&] { std::printf("%s\n", name.c_str()); }).detach(); // ERROR
}

int main() {
  greet();
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
}
