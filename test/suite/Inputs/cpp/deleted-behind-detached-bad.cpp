// The object is deleted while detached threads may use it.
#include <mutex>
#include <thread>
#include <vector>
struct DB {
  virtual ~DB() = default;
  virtual void put(int) = 0;
  static bool open(DB **out);
};
struct Impl : DB {
  void put(int v) override {
    std::lock_guard<std::mutex> hold(lock);
    sum += v;
  }
  std::mutex lock;
  long sum = 0;
};
bool DB::open(DB **out) {
  Impl *i = new Impl;
  *out = i;
  return true;
}
static void work(DB *db, int id) {
  for (int i = 0; i < 1000; ++i)
    db->put(i * id);
}
int main() {
  DB *db = nullptr;
  if (!DB::open(&db))
    return 1;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back(work, db, i);
  for (auto &t : threads)
    t.detach();
  delete db; // RACE
}
