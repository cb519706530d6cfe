// Once it is initialised, every thread changes the table as it likes.
#include <mutex>
#include <thread>
std::once_flag made;
int table[4];
int uses;
void use() {
  std::call_once(made, [] { table[0] = 1; });
  ++uses;
}
int main() {
  std::thread a(use), b(use);
  a.join();
  b.join();
  return uses;
}
