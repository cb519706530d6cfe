// A window that may leave its thread moves to another.
#include <cstdio>
#include <thread>

class Window {
public:
  explicit Window(int id) : id(id) {}
  void draw() const { std::printf("%d\n", id); }

private:
  int id;
};

int main() {
  Window window(1);
  std::thread worker([window] { window.draw(); });
  worker.join();
}
