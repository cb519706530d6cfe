// Who waits for a thread does not wait for those that it has started and left.
#include <thread>
int seen, own;
void inner() { seen = 2; }
void outer() {
  own = 1;
  std::thread(inner).detach();
}
int main() {
  std::thread first(outer);
  first.join();
  return seen + own;
}
