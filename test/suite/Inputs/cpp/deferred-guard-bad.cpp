// The guard is constructed with defer_lock and nobody ever locks it.
#include <mutex>
#include <thread>

struct Shelf {
  std::mutex lock;
  int books = 500;
};

static void move(Shelf &from, Shelf &to) {
  std::unique_lock<std::mutex> source(from.lock, std::defer_lock);
  std::unique_lock<std::mutex> target(to.lock, std::defer_lock);
  --from.books; // RACE
  ++to.books;   // RACE
}

int main() {
  Shelf fiction, travel;
  std::thread sorter([&] {
    for (int i = 0; i < 100; ++i)
      move(fiction, travel);
  });
  for (int i = 0; i < 100; ++i)
    move(travel, fiction);
  sorter.join();
  return fiction.books == 500 ? 0 : 1;
}
