// A thread borrows a local that dies after the thread is waited for.
#include <cstdio>
#include <string>
#include <thread>

int main() {
  std::string name = "ada";
  {
    std::jthread worker;
    {
      worker = std::jthread([&] { std::printf("%s\n", name.c_str()); });
    }
  }
}
