// The new table is published through an atomic pointer with a relaxed store.
#include <atomic>
#include <thread>

struct Table {
  int rows = 0;
  int cells[16] = {};
};

static std::atomic<Table *> published{nullptr};

static void build() {
  Table *table = new Table; // RACE
  table->rows = 4;          // RACE
  for (int i = 0; i < 16; ++i)
    table->cells[i] = i;                             // RACE
  published.store(table, std::memory_order_relaxed); // RACE
}

int main() {
  std::thread builder(build);
  Table *table;
  while (!(table = published.load(std::memory_order_relaxed))) // RACE
    std::this_thread::yield();
  int last = table->cells[table->rows * 4 - 1]; // RACE
  builder.join();
  delete table;
  return last == 15 ? 0 : 1;
}
