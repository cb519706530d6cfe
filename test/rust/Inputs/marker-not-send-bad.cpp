// A window, which is marked to stay on its thread, moves to another.
#include "fearless/annotations.h"
#include <cstdio>
#include <thread>

class FEARLESS_NOT_SEND Window {
public:
  explicit Window(int id) : id(id) {}
  void draw() const { std::printf("%d\n", id); }

private:
  int id;
};

int main() {
  Window window(1);
  std::thread worker([window] { window.draw(); }); // ERROR
  worker.join();
}
