// The new table is published through an atomic pointer with a release store.
#include <atomic>
#include <thread>

struct Table {
  int rows = 0;
  int cells[16] = {};
};

static std::atomic<Table *> published{nullptr};

static void build() {
  Table *table = new Table;
  table->rows = 4;
  for (int i = 0; i < 16; ++i)
    table->cells[i] = i;
  published.store(table, std::memory_order_release);
}

int main() {
  std::thread builder(build);
  Table *table;
  while (!(table = published.load(std::memory_order_acquire)))
    std::this_thread::yield();
  int last = table->cells[table->rows * 4 - 1];
  builder.join();
  delete table;
  return last == 15 ? 0 : 1;
}
