// The helper returns the guard, but the caller drops it at once and goes on
// unlocked.
#include <mutex>
#include <thread>
#include <vector>

class Registry {
public:
  using Guard = std::unique_lock<std::mutex>;
  Guard exclusive() { return Guard(lock); }
  std::vector<int> ids;

private:
  std::mutex lock;
};

static Registry registry;

static void enlist(int id) {
  registry.exclusive();
  registry.ids.push_back(id); // RACE
}

int main() {
  std::thread a([] {
    for (int i = 0; i < 100; ++i)
      enlist(i);
  });
  for (int i = 0; i < 100; ++i)
    enlist(-i);
  a.join();
  return registry.ids.size() == 200 ? 0 : 1;
}
