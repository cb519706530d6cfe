// The inner function releases the recursive lock twice, so the outer one goes
// on without it.
#include <mutex>
#include <thread>

static std::recursive_mutex treeLock;
static int nodes = 0;
static int leaves = 0;

static void addLeaf() {
  treeLock.lock();
  ++leaves;
  treeLock.unlock();
  treeLock.unlock(); // RACE
}

static void addNode() {
  treeLock.lock();
  addLeaf();
  ++nodes; // RACE
}

int main() {
  std::thread helper([] {
    for (int i = 0; i < 500; ++i)
      addNode();
  });
  for (int i = 0; i < 500; ++i)
    addNode();
  helper.join();
  return nodes == leaves ? 0 : 1;
}
