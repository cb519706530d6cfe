// A thread borrows a local that dies before the thread is waited for.
#include <cstdio>
#include <string>
#include <thread>

int main() {
  {
    std::jthread worker;
    {
      std::string name = "ada";
      worker = // ERROR
          std::jthread([&] { std::printf("%s\n", name.c_str()); });
    }
  }
}
