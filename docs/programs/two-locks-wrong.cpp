// One thread has the upper shelf and waits for the lower; the other has the
// lower and waits for the upper.
#include <mutex>
#include <thread>

struct Shelf {
  std::mutex mutex;
  int books = 100;
};

Shelf upper, lower;

void move_down() {
  const std::lock_guard first(upper.mutex);
  const std::lock_guard second(lower.mutex);
  --upper.books;
  ++lower.books;
}

void move_up() {
  const std::lock_guard first(lower.mutex);
  const std::lock_guard second(upper.mutex); // reported: lock-order-same-class
  --lower.books;
  ++upper.books;
}

int main() {
  std::jthread down([] { move_down(); });
  std::jthread up([] { move_up(); });
}
